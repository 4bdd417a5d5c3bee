package quintet.fields;

import org.jspecify.annotations.Nullable;

/** Reads and normalises IP addresses, without ever asking a name server. */
public final class IpAddresses {
    private IpAddresses() {}

    /** Whether the text is an IPv4 address in four decimal numbers without leading zeros. */
    public static boolean isV4(String text) {
        return v4(text) != null;
    }

    /** Whether the text is an IPv6 address; a zone such as {@code %eth0} is allowed. */
    public static boolean isV6(String text) {
        return v6(text) != null;
    }

    /**
     * The shortest form of an IPv6 address, in lower case and without a zone; mapped IPv4 addresses keep their dots.
     *
     * @param unpackIpv4 whether {@code ::ffff:192.0.2.1} becomes {@code 192.0.2.1}
     * @return null if it is not an IPv6 address
     */
    public static @Nullable String cleanV6(String text, boolean unpackIpv4) {
        int[] words = v6(text);
        if (words == null) {
            return null;
        }
        if (isMapped(words)) {
            String v4 = (words[6] >> 8) + "." + (words[6] & 255) + "." + (words[7] >> 8) + "." + (words[7] & 255);
            return unpackIpv4 ? v4 : "::ffff:" + v4;
        }
        return compress(words);
    }

    private static boolean isMapped(int[] words) {
        for (int i = 0; i < 5; i++) {
            if (words[i] != 0) {
                return false;
            }
        }
        return words[5] == 0xffff;
    }

    private static String compress(int[] words) {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && words[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                out.append("::");
                i += bestLength - 1;
            } else {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                    out.append(':');
                }
                out.append(Integer.toHexString(words[i]));
            }
        }
        return out.toString();
    }

    private static int @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            int value = digits(parts[i], 10, 3);
            if (value < 0 || value > 255 || (parts[i].length() > 1 && parts[i].charAt(0) == '0')) {
                return null;
            }
            octets[i] = value;
        }
        return octets;
    }

    private static int @Nullable [] v6(String text) {
        String address = withoutZone(text);
        if (address == null) {
            return null;
        }
        String[] parts = expandV4(address).split(":", -1);
        if (parts.length < 3 || parts.length > 9) {
            return null;
        }
        int gap = -1;
        for (int i = 1; i < parts.length - 1; i++) {
            if (parts[i].isEmpty()) {
                if (gap >= 0) {
                    return null;
                }
                gap = i;
            }
        }
        return gap < 0 ? (parts.length == 8 ? words(parts, 0, 8, new int[8], 0) : null) : withGap(parts, gap);
    }

    private static @Nullable String withoutZone(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        return percent + 1 == text.length() || text.indexOf('%', percent + 1) >= 0 ? null : text.substring(0, percent);
    }

    /** Turns dotted numbers at the end into two hexadecimal words; a bad ending stays and fails later. */
    private static String expandV4(String address) {
        int colon = address.lastIndexOf(':');
        int[] octets = address.indexOf('.') > 0 && colon >= 0 ? v4(address.substring(colon + 1)) : null;
        return octets == null
                ? address
                : address.substring(0, colon + 1)
                        + Integer.toHexString(octets[0] << 8 | octets[1])
                        + ":"
                        + Integer.toHexString(octets[2] << 8 | octets[3]);
    }

    private static int @Nullable [] withGap(String[] parts, int gap) {
        int before = gap;
        int after = parts.length - gap - 1;
        boolean startsWithGap = parts[0].isEmpty();
        boolean endsWithGap = parts[parts.length - 1].isEmpty();
        if ((startsWithGap && before != 1) || (endsWithGap && after != 1)) {
            return null;
        }
        int head = startsWithGap ? 0 : before;
        int tail = endsWithGap ? 0 : after;
        if (head + tail >= 8) {
            return null;
        }
        int[] words = new int[8];
        return words(parts, 0, head, words, 0) == null ? null : words(parts, gap + 1, tail, words, 8 - tail);
    }

    private static int @Nullable [] words(String[] parts, int from, int count, int[] words, int to) {
        for (int i = 0; i < count; i++) {
            int value = digits(parts[from + i], 16, 4);
            if (value < 0) {
                return null;
            }
            words[to + i] = value;
        }
        return words;
    }

    private static int digits(String text, int radix, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
