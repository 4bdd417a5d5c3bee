package quintet.orm.internal.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about errors of PostgreSQL that an extension would help. */
public final class PostgresHints {
    private static final Pattern GIST_OR_GIN =
            Pattern.compile("data type \\S+(?: \\S+)* has no default operator class for access method \"(gist|gin)\"");
    private static final Pattern FUNCTION = Pattern.compile("function (\\w+)\\(.*\\) does not exist");

    private PostgresHints() {}

    /** A sentence to add to the database's message; "" if there is none. */
    public static String of(String message) {
        if (message.contains("type \"hstore\" does not exist")) {
            return add("hstoreExtension");
        }
        if (message.contains("operator class \"gin_trgm_ops\"")
                || message.contains("operator class \"gist_trgm_ops\"")) {
            return add("trigramExtension");
        }
        if (message.contains("access method \"bloom\" does not exist")) {
            return add("bloomExtension");
        }
        Matcher method = GIST_OR_GIN.matcher(message);
        if (method.find()) {
            return add(method.group(1).equals("gist") ? "btreeGistExtension" : "btreeGinExtension");
        }
        Matcher function = FUNCTION.matcher(message);
        if (!function.find()) {
            return message.contains("operator does not exist: text % ") || message.contains("%> ")
                    ? add("trigramExtension")
                    : "";
        }
        return switch (function.group(1)) {
            case "unaccent" -> add("unaccentExtension");
            case "similarity", "word_similarity", "strict_word_similarity" -> add("trigramExtension");
            case "digest" -> add("cryptoExtension");
            default -> "";
        };
    }

    private static String add(String extension) {
        return "\n  The database needs an extension: put " + extension
                + "() of quintet.orm.PostgresOperations into a migration" + " before this.";
    }
}
