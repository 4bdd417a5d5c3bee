package quintet.orm.internal.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Django's names for tables, columns, indexes and constraints. */
public final class Names {
    private Names() {}

    /** {@code library_book}. */
    public static String table(String appLabel, String objectName) {
        return appLabel + "_" + objectName.toLowerCase(Locale.ROOT);
    }

    /** {@code in_print} for {@code inPrint}; names with underscores stay as they are. */
    public static String column(String javaName) {
        StringBuilder name = new StringBuilder(javaName.length() + 4);
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            if (Character.isUpperCase(c)) {
                boolean afterLower =
                        i > 0 && !Character.isUpperCase(javaName.charAt(i - 1)) && javaName.charAt(i - 1) != '_';
                boolean beforeLower = i > 0
                        && i + 1 < javaName.length()
                        && Character.isLowerCase(javaName.charAt(i + 1))
                        && javaName.charAt(i - 1) != '_';
                if (afterLower || beforeLower) {
                    name.append('_');
                }
                name.append(Character.toLowerCase(c));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** {@code in print} for {@code inPrint} or {@code in_print}; {@code book review} for {@code BookReview}. */
    public static String words(String javaName) {
        return column(javaName).replace('_', ' ');
    }

    /** Shortens a name to a number of characters; the last four become a hash of the whole. */
    public static String truncate(String name, int limit) {
        if (limit <= 0 || name.length() <= limit) {
            return name;
        }
        return name.substring(0, limit - 4) + md5(name).substring(0, 4);
    }

    /** Django's name of an index or constraint made by the schema editor. */
    public static String made(String table, List<String> columns, String suffix, int limit) {
        String hash = hash(table, columns) + suffix;
        String joined = String.join("_", columns);
        String full = table + "_" + joined + "_" + hash;
        if (full.length() <= limit) {
            return full;
        }
        String tail = hash.length() > limit / 3 ? hash.substring(0, limit / 3) : hash;
        int other = (limit - tail.length()) / 2 - 1;
        String name = cut(table, other) + "_" + cut(joined, other) + "_" + tail;
        char first = name.charAt(0);
        return first == '_' || Character.isDigit(first) ? "D" + name.substring(0, name.length() - 1) : name;
    }

    private static String hash(String table, List<String> columns) {
        return md5(table + String.join("", columns)).substring(0, 8);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** The hexadecimal MD5 of the text, which Django uses to shorten names. */
    public static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
