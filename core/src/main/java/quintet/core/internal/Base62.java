package quintet.core.internal;

/** Whole numbers in digits, capitals and small letters. */
public final class Base62 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /** The text of a number. */
    public static String encode(long number) {
        if (number == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (long rest = Math.abs(number); rest > 0; rest /= 62) {
            text.append(ALPHABET.charAt((int) (rest % 62)));
        }
        return text.append(number < 0 ? "-" : "").reverse().toString();
    }

    /**
     * The number of a text.
     *
     * @throws IllegalArgumentException for other characters
     */
    public static long decode(String text) {
        boolean negative = text.startsWith("-");
        long number = 0;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("Not a base 62 number.");
            }
            number = number * 62 + digit;
        }
        return negative ? -number : number;
    }
}
