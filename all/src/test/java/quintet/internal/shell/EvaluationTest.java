package quintet.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.Style;

class EvaluationTest {
    private static String printed(boolean showValues, String... lines) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        try (Site site = Site.open(env -> Settings.of(env).secretKey("x".repeat(50)), Env.of(Map.of()));
                JShell shell = Engine.start(site)) {
            Evaluation evaluation = new Evaluation(shell, out, out, Style.PLAIN, false);
            List.of(lines).forEach(line -> evaluation.run(line, showValues));
        }
        out.flush();
        return printed.toString();
    }

    @Test
    void aPersonSeesTheValueOfWhatWasTyped() {
        assertThat(printed(true, "1 + 40", "int a = 2;", "a", "a = 5", "\"x\".repeat(a)"))
                .isEqualTo("41\n2\n2\n5\n\"xxxxx\"\n");
    }

    @Test
    void whatHasNoValueShowsNone() {
        assertThat(printed(
                        true,
                        "java.util.Objects.checkIndex(0, 1); Thread.yield();",
                        "void f() {}",
                        "import java.util.List;"))
                .isEqualTo("0\n");
    }

    @Test
    void aScriptShowsWhatItPrintsAlone() {
        assertThat(printed(false, "1 + 40", "int a = 2;")).isEmpty();
    }

    @Test
    void aNameThatIsNotThereIsAnErrorWithItsPlace() {
        assertThat(printed(true, "int total = 2;", "totl + 1"))
                .contains("error: cannot find symbol")
                .contains("Did you mean 'total'?")
                .contains("    totl + 1\n    ^");
    }
}
