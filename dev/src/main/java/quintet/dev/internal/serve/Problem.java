package quintet.dev.internal.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import quintet.dev.Diagnosis;

/**
 * Why the project is not served now.
 *
 * @param errors what the compiler says; empty when it is something else
 * @param text what is wrong, for a terminal
 * @param root where the paths of the errors start
 */
record Problem(List<Diagnosis> errors, String text, Path root) {
    static Problem of(List<Diagnosis> errors, Path root) {
        List<Diagnosis> relative =
                errors.stream().map(error -> error.below(root)).toList();
        return new Problem(
                relative, relative.stream().map(Diagnosis::toString).collect(Collectors.joining("\n")), root);
    }

    static Problem of(String text) {
        return new Problem(List.of(), text, Path.of(""));
    }

    /** As a page. */
    String html() {
        return errors.isEmpty() ? CompileErrorPage.of(text) : CompileErrorPage.of(errors, root);
    }
}
