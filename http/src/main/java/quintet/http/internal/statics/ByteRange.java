package quintet.http.internal.statics;

import org.jspecify.annotations.Nullable;

/**
 * A Range header that asks for one part of a file. Several parts at once are answered with the whole file, as the standard
 * allows: nobody needs them, and they have been used for attacks.
 *
 * @param start first byte
 * @param end last byte, inclusive
 */
record ByteRange(long start, long end) {
    private static final String UNIT = "bytes=";
    private static final int LONGEST_NUMBER = 18;

    /** Starts behind the end: to be answered with 416. */
    static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

    long length() {
        return end - start + 1;
    }

    /** The part asked for, {@link #UNSATISFIABLE}, or null to send the whole file. */
    static @Nullable ByteRange parse(@Nullable String header, long size) {
        if (header == null || !header.startsWith(UNIT) || header.indexOf(',') >= 0) return null;
        String text = header.substring(UNIT.length()).trim();
        int dash = text.indexOf('-');
        if (dash < 0) return null;
        long first = number(text.substring(0, dash).trim());
        long last = number(text.substring(dash + 1).trim());
        boolean openStart = dash == 0;
        boolean openEnd = dash == text.length() - 1;
        if ((first < 0 && !openStart) || (last < 0 && !openEnd) || (openStart && openEnd)) return null;
        if (openStart)
            return last == 0 || size == 0 ? UNSATISFIABLE : new ByteRange(Math.max(0, size - last), size - 1);
        if (!openEnd && last < first) return null;
        if (first >= size) return UNSATISFIABLE;
        return new ByteRange(first, openEnd ? size - 1 : Math.min(last, size - 1));
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) return -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
        }
        return Long.parseLong(text);
    }
}
