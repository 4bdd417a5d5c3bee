package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.processor.QuintetProcessor;

/** What the processor says about form records, in real compilations. */
class CompanionTest {
    @TempDir
    Path out;

    private List<String> errors(String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///shop/Views.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "package shop; import quintet.fields.*; import quintet.forms.*; import java.util.*; " + source;
            }
        };
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-d", out.toString()), null, List.of(file));
        task.setProcessors(List.of(new QuintetProcessor()));
        task.call();
        return found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void writesTypedTokens() {
        assertThat(errors("final class Views { record A(@IntegerField int stars) {}"
                        + " FormField<A, Integer> token = A_.stars; }"))
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherTypeDoesNotCompile() {
        assertThat(errors("final class Views { record A(@IntegerField int stars) {}"
                        + " FormField<A, String> token = A_.stars; }"))
                .hasSize(1);
    }

    @Test
    void twoRecordsOfOneNameInAPackageClash() {
        assertThat(errors("final class Views { record A(@CharField String x) {}"
                        + " static class Other { record A(@CharField String y) {} } }"))
                .anyMatch(e -> e.contains("shop.Views.A and shop.Views.Other.A"));
    }

    @Test
    void aPrivateRecordIsRefused() {
        assertThat(errors("final class Views { private record A(@CharField String x) {} }"))
                .anyMatch(e -> e.contains("Remove \"private\" from A"));
    }

    @Test
    void aRecordWithTypeParametersIsRefused() {
        assertThat(errors("final class Views { record A<T>(@CharField String x) {} }"))
                .anyMatch(e -> e.contains("cannot have type parameters"));
    }

    @Test
    void aPrivateCleanIsRefused() {
        assertThat(errors("final class Views { record A(@CharField String x) { private void clean(Errors e) {} } }"))
                .anyMatch(e -> e.contains("clean is private"));
    }
}
