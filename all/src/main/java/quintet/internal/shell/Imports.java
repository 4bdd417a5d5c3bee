package quintet.internal.shell;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.core.App;
import quintet.core.Site;
import quintet.http.Project;
import quintet.orm.ModelMeta;

/** What the shell imports by itself: the models of all apps, what queries need, and the usual classes of Java. */
final class Imports {
    private static final List<String> USUAL = List.of(
            "java.math.*",
            "java.time.*",
            "java.util.*",
            "java.util.function.*",
            "java.util.stream.*",
            "quintet.core.*",
            "quintet.orm.*",
            "static quintet.Shell.print",
            "static quintet.orm.Aggregates.*",
            "static quintet.orm.Functions.*");

    private final Map<String, List<String>> models = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * Finds them.
     *
     * @param automatic false for none but {@code print}
     */
    Imports(Site site, boolean automatic) {
        if (!automatic) {
            lines.add("static quintet.Shell.print");
            return;
        }
        lines.addAll(USUAL);
        Set<String> packages = new LinkedHashSet<>();
        site.findService(Project.class)
                .ifPresent(project -> packages.add(project.getClass().getPackageName()));
        site.apps().stream()
                .map(App::packageName)
                .filter(name -> !name.startsWith("quintet."))
                .forEach(packages::add);
        packages.stream().filter(name -> !name.isEmpty()).forEach(name -> lines.add(name + ".*"));
        Set<String> names = new LinkedHashSet<>();
        for (ModelMeta<?> meta : site.call(ModelMeta::all)) {
            Class<?> type = meta.type();
            if (Modifier.isPublic(type.getModifiers())
                    && type.getCanonicalName() != null
                    && names.add(type.getSimpleName())) {
                lines.add(type.getCanonicalName());
                models.computeIfAbsent(meta.appLabel(), app -> new ArrayList<>())
                        .add(type.getSimpleName());
                if (companionOf(type)) {
                    lines.add(type.getCanonicalName() + "_");
                }
            }
        }
    }

    private static boolean companionOf(Class<?> type) {
        try {
            Class.forName(type.getName() + "_", false, type.getClassLoader());
            return !type.isMemberClass();
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The import statements. */
    List<String> statements() {
        return lines.stream().map(line -> "import " + line + ";").toList();
    }

    /** For people: the models by app, then packages. */
    String describe() {
        StringBuilder text = new StringBuilder("Imported: ");
        models.forEach((app, names) ->
                text.append(String.join(", ", names)).append(" (").append(app).append("); "));
        return text.append("java.util, java.time, java.math, quintet.orm, print and others: imports lists them.")
                .toString();
    }
}
