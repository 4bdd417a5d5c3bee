package quintet.core;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments of a command, and what was probably meant. */
final class UsageText {
    private UsageText() {}

    static String of(CommandLine.ParameterException e, Throwable cause) {
        if (cause instanceof CommandError error) {
            return String.valueOf(error.getMessage());
        }
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched);
        }
        String text = String.valueOf(e.getMessage());
        return text.endsWith(".") ? text : text + ".";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        int equals = first.indexOf('=');
        String name = first.startsWith("-") && equals > 0 ? first.substring(0, equals) : first;
        if (name.startsWith("-")) {
            List<String> known = new ArrayList<>(
                    e.getCommandLine().getCommandSpec().optionsMap().keySet());
            known.removeIf(option -> !option.startsWith("--"));
            known.sort(null);
            return "Unknown option: '" + name + "'."
                    + Suggestions.nearest(name, known)
                            .map(n -> " Did you mean '" + n + "'?")
                            .orElse("");
        }
        List<String> subcommands =
                new ArrayList<>(e.getCommandLine().getSubcommands().keySet());
        return "Unexpected argument: '" + name + "'."
                + (subcommands.isEmpty() ? "" : Suggestions.didYouMean(name, subcommands));
    }
}
