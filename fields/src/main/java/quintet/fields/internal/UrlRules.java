package quintet.fields.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quintet.fields.IpAddresses;

/** What a web address and a domain name may look like. */
public final class UrlRules {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_HOST = 253;
    private static final String LETTER = "a-z\\u00a1-\\uffff";
    private static final String OCTET = "(?:0|25[0-5]|2[0-4][0-9]|1[0-9]?[0-9]?|[1-9][0-9]?)";
    private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String IPV6 = "\\[[0-9a-f:.]+\\]";
    private static final String HOST_NAME = "[" + LETTER + "0-9](?:[" + LETTER + "0-9-]{0,61}[" + LETTER + "0-9])?";
    private static final String LABELS = "(?:\\.(?!-)[" + LETTER + "0-9-]{1,63}(?<!-))*";
    private static final String TOP = "\\.(?!-)(?:[" + LETTER + "-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)";
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "[a-z0-9.+-]*://(?:[^\\s:@/]+(?::[^\\s:@/]*)?@)?"
                    + "(?<host>" + IPV4 + "|" + IPV6 + "|" + HOST_NAME + LABELS + TOP + "\\.?|localhost)"
                    + "(?::[0-9]{1,5})?(?:[/?#]\\S*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DOMAIN =
            Pattern.compile(HOST_NAME + LABELS + TOP, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ASCII_DOMAIN = Pattern.compile(
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.(?!-)[a-z0-9-]{1,63}(?<!-))*"
                    + "\\.(?!-)(?:[a-z-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)",
            Pattern.CASE_INSENSITIVE);

    private UrlRules() {}

    /** Whether the text is an absolute web address with one of the schemes. */
    public static boolean accepts(String text, Collection<String> schemes) {
        int colon = text.indexOf("://");
        if (text.length() > MAX_LENGTH || hasLineBreakOrTab(text) || colon < 0) {
            return false;
        }
        Matcher match = WEB_ADDRESS.matcher(text);
        if (!schemes.contains(text.substring(0, colon).toLowerCase(Locale.ROOT)) || !match.matches()) {
            return false;
        }
        String host = match.group("host");
        return host.length() <= MAX_HOST
                && (!host.startsWith("[") || IpAddresses.isV6(host.substring(1, host.length() - 1)));
    }

    /** Whether the text is a domain name; {@code idna} allows letters of all scripts. */
    public static boolean isDomain(String text, boolean idna) {
        return text.length() <= 255
                && (idna ? DOMAIN : ASCII_DOMAIN).matcher(text).matches();
    }

    private static boolean hasLineBreakOrTab(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0;
    }
}
