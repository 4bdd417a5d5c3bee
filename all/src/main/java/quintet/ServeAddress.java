package quintet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quintet.core.CommandError;

/**
 * Where to listen, from the arguments of {@code runserver}: {@code 8080}, {@code 0.0.0.0:8080}, {@code [::1]:8080},
 * {@code --port 8080}, {@code --ipv6}. {@code --noreload} is taken and means what happens anyway.
 *
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 */
public record ServeAddress(String host, int port) {
    private static final Pattern PLACE =
            Pattern.compile("(?:(?<host>\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]]+):)?(?<port>\\d+)");
    private static final int DEFAULT_PORT = 8000;
    private static final int MAX_PORT = 65_535;

    /** Reads the arguments. */
    public static ServeAddress of(List<String> arguments) {
        boolean ipv6 = arguments.contains("-6") || arguments.contains("--ipv6");
        ServeAddress address = new ServeAddress(ipv6 ? "::1" : "127.0.0.1", DEFAULT_PORT);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "-6", "--ipv6", "--noreload", "--nothreading" -> {}
                case "--port" -> {
                    i++;
                    address = address.at(i < arguments.size() ? arguments.get(i) : "");
                }
                default -> address = address.at(argument.startsWith("--port=") ? argument.substring(7) : argument);
            }
        }
        return address;
    }

    private ServeAddress at(String text) {
        Matcher matcher = PLACE.matcher(text);
        if (!matcher.matches() || matcher.group("port").length() > 5) {
            throw new CommandError("'" + text + "' is not an address to serve at. Write a port, as in 8080, or an"
                    + " address and a port, as in 0.0.0.0:8080 or [::1]:8080.");
        }
        int number = Integer.parseInt(matcher.group("port"));
        if (number > MAX_PORT) {
            throw new CommandError("A port is a number from 0 to 65535, not " + number + ".");
        }
        String given = matcher.group("host");
        if (given == null) {
            return new ServeAddress(host, number);
        }
        return new ServeAddress(given.startsWith("[") ? given.substring(1, given.length() - 1) : given, number);
    }
}
