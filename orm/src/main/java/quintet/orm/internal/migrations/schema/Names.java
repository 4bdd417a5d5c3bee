package quintet.orm.internal.migrations.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Names of indexes and constraints, equal to Django's with their hashes. */
public final class Names {
    private Names() {}

    /** A name for an index or constraint of some columns, no longer than the database allows. */
    static String index(String table, List<String> columns, String suffix, int maxLength) {
        int limit = maxLength == 0 ? 200 : maxLength;
        List<String> hashed = new ArrayList<>();
        hashed.add(table);
        hashed.addAll(columns);
        String hash = digest(8, hashed) + suffix;
        String joined = String.join("_", columns);
        String name = table + "_" + joined + "_" + hash;
        if (name.length() <= limit) {
            return name;
        }
        if (hash.length() > limit / 3.0) {
            hash = hash.substring(0, Math.min(hash.length(), limit / 3));
        }
        int other = (limit - hash.length()) / 2 - 1;
        name = cut(table, other) + "_" + cut(joined, other) + "_" + hash;
        if (name.charAt(0) == '_' || Character.isDigit(name.charAt(0))) {
            name = "D" + name.substring(0, name.length() - 1);
        }
        return name;
    }

    /** The name Django derives for an index of a model's {@code Meta} that has none. */
    public static String metaIndex(String table, List<String> columns, List<Boolean> descending, String suffix) {
        List<String> hashed = new ArrayList<>();
        hashed.add(table);
        for (int i = 0; i < columns.size(); i++) {
            hashed.add(descending.get(i) ? "-" + columns.get(i) : columns.get(i));
        }
        hashed.add(suffix);
        String name = cut(table, 11) + "_" + cut(columns.getFirst(), 7) + "_" + digest(6, hashed) + "_" + suffix;
        if (name.charAt(0) == '_' || Character.isDigit(name.charAt(0))) {
            name = "D" + name.substring(1);
        }
        return name;
    }

    /** A name cut to the database's limit, its end replaced by a hash of the whole. */
    static String truncate(String name, int maxLength) {
        if (maxLength == 0 || name.length() <= maxLength) {
            return name;
        }
        return name.substring(0, maxLength - 4) + digest(4, List.of(name));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** The first digits of the MD5 hash of the parts. MD5 names things here; nothing depends on its strength. */
    static String digest(int length, List<String> parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            parts.forEach(part -> md5.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(md5.digest()).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no MD5", e);
        }
    }
}
