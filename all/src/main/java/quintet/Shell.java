package quintet;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.internal.shell.Shown;

/** What code typed into {@code ./manage shell} may call without importing it. */
public final class Shell {
    private Shell() {}

    /** Prints values on one line with blanks between; query sets as rows. */
    public static void print(@Nullable Object... values) {
        PrintStream out = System.out;
        out.println(Arrays.stream(values == null ? new @Nullable Object[] {null} : values)
                .map(Shown::plain)
                .collect(Collectors.joining(" ")));
        out.flush();
    }
}
