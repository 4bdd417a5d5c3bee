package quintet.dev.internal.compile;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Suggestions;

/**
 * Collects what the compiler says, and finds for each name it does not know the nearest one it does: {@code Book_.titel} is
 * {@code title}. This is done while the compiler speaks, for then its classes can be asked.
 */
final class Hints implements DiagnosticListener<JavaFileObject>, TaskListener {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(variable|method|class) ([\\w$]+)");
    private static final Pattern LOCATION =
            Pattern.compile("location: (?:variable \\w+ of type |class |interface |@?\\w+ )?([\\w.$]+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+(static\\s+)?([\\w.]+)(\\.\\*)?\\s*;");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private final boolean hasProcessors;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
    private final Map<Diagnostic<?>, String> hints = new LinkedHashMap<>();
    private @Nullable Elements elements;
    private boolean entered;

    /** Without processors a missing companion has a reason that can be told. */
    Hints(boolean hasProcessors) {
        this.hasProcessors = hasProcessors;
    }

    /** The task whose classes are asked. */
    void ask(JavacTask task) {
        elements = task.getElements();
        task.addTaskListener(this);
    }

    /** Before all sources are entered the compiler does not answer questions; then it does. */
    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ENTER && !entered) {
            entered = true;
            diagnostics.forEach(this::look);
        }
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        diagnostics.add(diagnostic);
        if (entered) {
            look(diagnostic);
        }
    }

    private void look(Diagnostic<? extends JavaFileObject> diagnostic) {
        try {
            String hint = hint(diagnostic);
            if (!hint.isEmpty()) {
                hints.put(diagnostic, hint);
            }
        } catch (IOException | RuntimeException e) {
            // A hint is a courtesy; the compiler's own words stand without it.
            LOG.debug("No hint", e);
        }
    }

    /** All that was said. */
    List<Diagnostic<? extends JavaFileObject>> diagnostics() {
        return diagnostics;
    }

    /** What may have been meant; empty when nothing is near. */
    String of(Diagnostic<?> diagnostic) {
        return hints.getOrDefault(diagnostic, "");
    }

    private String hint(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
        String code = String.valueOf(diagnostic.getCode());
        JavaFileObject source = diagnostic.getSource();
        if (!code.startsWith("compiler.err.cant.resolve") || source == null || elements == null) {
            return "";
        }
        String message = diagnostic.getMessage(Locale.ENGLISH);
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return "";
        }
        String text = source.getCharContent(true).toString();
        String name = symbol.group(2);
        Matcher location = LOCATION.matcher(message);
        TypeElement type = location.find() ? type(location.group(1), text) : null;
        Optional<String> near = Suggestions.nearest(name, candidates(elements, symbol.group(1), type, text));
        if (near.isPresent()) {
            return "Did you mean " + near.get() + "?";
        }
        return companion(name, text);
    }

    /** Says what is missing when a companion is: it is generated, so the user cannot find it in the sources. */
    private String companion(String name, String text) {
        if (!name.endsWith("_") || type(name.substring(0, name.length() - 1), text) == null) {
            return "";
        }
        return hasProcessors
                ? name + " is generated for " + name.substring(0, name.length() - 1)
                        + " once that class compiles and is a model or a form."
                : name
                        + " is generated by quintet-processor, which the pom does not name. Add it to annotationProcessorPaths"
                        + " of maven-compiler-plugin.";
    }

    private static Set<String> candidates(Elements elements, String kind, @Nullable TypeElement type, String text) {
        Set<String> names = new LinkedHashSet<>();
        if (kind.equals("class")) {
            PackageElement home = elements.getPackageElement(packageOf(text));
            if (home != null) {
                home.getEnclosedElements().forEach(element -> names.add(name(element)));
            }
            imports(text, false).forEach(imported -> names.add(imported.substring(imported.lastIndexOf('.') + 1)));
        }
        if (type != null) {
            for (Element member : elements.getAllMembers(type)) {
                if (member.getKind() == ElementKind.METHOD) {
                    names.add(name(member) + (kind.equals("method") ? "" : "()"));
                } else if (member.getKind().isField() && kind.equals("variable")) {
                    names.add(name(member));
                }
            }
        }
        return names;
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }

    /** The compiler says the simple name; the file tells what it stands for. */
    private @Nullable TypeElement type(String name, String text) {
        Elements known = elements;
        if (known == null) {
            return null;
        }
        List<String> places = new ArrayList<>(List.of(name));
        String home = packageOf(text);
        places.add(home.isEmpty() ? name : home + "." + name);
        imports(text, false).stream()
                .filter(imported -> imported.endsWith("." + name))
                .forEach(places::add);
        imports(text, true).forEach(folder -> places.add(folder + "." + name));
        return places.stream()
                .map(known::getTypeElement)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String packageOf(String text) {
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<String> imports(String text, boolean wildcards) {
        return IMPORT.matcher(text)
                .results()
                .filter(found -> (found.group(3) != null) == wildcards)
                .map(found -> found.group(2))
                .toList();
    }
}
