package quintet.conform.misc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.SafeString;

/** A pattern of Python's {@code str.format} as the pattern {@link SafeString#format} takes. */
record BracePattern(String pattern, List<String> names) {
    /** A pattern that Python refuses. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String type;

        Failure(String type, String message) {
            super(message);
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    static BracePattern of(String format) {
        StringBuilder out = new StringBuilder();
        List<String> names = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < format.length() && format.charAt(i + 1) == c) {
                out.append(c);
                i++;
            } else if (c == '{') {
                int close = format.indexOf('}', i);
                String place = format.substring(i + 1, close);
                int colon = place.indexOf(':');
                if (colon >= 0 && !place.endsWith("s")) {
                    throw new Failure(
                            "ValueError",
                            "Unknown format code '" + place.charAt(place.length() - 1)
                                    + "' for object of type 'SafeString'");
                }
                String name = colon < 0 ? place : place.substring(0, colon);
                names.add(name.isEmpty() ? Integer.toString(next++) : name);
                out.append("%s");
                i = close;
            } else {
                out.append(c == '%' ? "%%" : String.valueOf(c));
            }
        }
        return new BracePattern(out.toString(), names);
    }

    SafeString fill(List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {
        if (args.isEmpty() && kwargs.isEmpty()) {
            throw new Failure("TypeError", "args or kwargs must be provided.");
        }
        Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            String name = names.get(i);
            if (name.chars().allMatch(Character::isDigit)) {
                int at = Integer.parseInt(name);
                if (at >= args.size()) {
                    throw new Failure(
                            "IndexError", "Replacement index " + at + " out of range for positional args tuple");
                }
                values[i] = args.get(at);
            } else if (kwargs.containsKey(name)) {
                values[i] = kwargs.get(name);
            } else {
                throw new Failure("KeyError", "'" + name + "'");
            }
        }
        return SafeString.format(pattern, values);
    }
}
