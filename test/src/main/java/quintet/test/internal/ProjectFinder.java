package quintet.test.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.http.Project;
import quintet.test.QuintetTest;

/** Finds the project that a test class means, without loading what it looks through. */
final class ProjectFinder {
    /** Names the project's class for a whole run; {@code manage test} sets it. */
    private static final String PROPERTY = "quintet.project.class";

    private static final String PROJECT = Project.class.getName().replace('.', '/');

    private ProjectFinder() {}

    /** A new object of the project named by the annotation, nested in the test class, or the only one there is. */
    static Project find(Class<?> test, QuintetTest annotation) {
        return create(type(test, annotation));
    }

    private static Class<? extends Project> type(Class<?> test, QuintetTest annotation) {
        if (annotation.project() != Project.class) {
            return annotation.project();
        }
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            for (Class<?> nested : type.getDeclaredClasses()) {
                if (Project.class.isAssignableFrom(nested) && !Modifier.isAbstract(nested.getModifiers())) {
                    return nested.asSubclass(Project.class);
                }
            }
        }
        return named(test, onlyOne(test));
    }

    private static String onlyOne(Class<?> test) {
        String given = System.getProperty(PROPERTY, "");
        if (!given.isEmpty()) {
            return given;
        }
        List<Path> folders = folders(test.getClassLoader());
        Path tests = home(test);
        List<String> found = projects(
                folders.stream().filter(folder -> !folder.equals(tests)).toList());
        if (found.isEmpty()) {
            found = projects(folders);
        }
        if (found.size() != 1) {
            throw new IllegalStateException(
                    found.isEmpty()
                            ? "No project to test: no class in " + folders + " extends quintet.http.Project. Name it:"
                                    + " @QuintetTest(project = Mysite.class)."
                            : "Several projects could be tested: " + String.join(", ", found)
                                    + ". Name one: @QuintetTest(project = "
                                    + found.getFirst()
                                            .substring(found.getFirst().lastIndexOf('.') + 1) + ".class).");
        }
        return found.getFirst();
    }

    private static Class<? extends Project> named(Class<?> test, String name) {
        try {
            return Class.forName(name, true, test.getClassLoader()).asSubclass(Project.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "The project's class " + name + " is not on the class path of the tests.", e);
        }
    }

    /** The folders of the class path; jars hold no project under test. */
    private static List<Path> folders(ClassLoader loader) {
        try {
            List<Path> folders = new ArrayList<>();
            for (URL url : Collections.list(loader.getResources(""))) {
                if (url.getProtocol().equals("file")) {
                    folders.add(Path.of(URI.create(url.toString())));
                }
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException | RuntimeException e) {
            return null;
        }
    }

    /** Names of the concrete classes that extend Project, also through others in these folders. */
    private static List<String> projects(List<Path> folders) {
        Map<String, String> parents = new HashMap<>();
        TreeSet<String> concrete = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".class")
                                && !file.getFileName().toString().equals("module-info.class"))
                        .forEach(file -> note(file, parents, concrete));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return concrete.stream()
                .filter(name -> isProject(name, parents))
                .map(name -> name.replace('/', '.'))
                .toList();
    }

    private static void note(Path file, Map<String, String> parents, TreeSet<String> concrete) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            String name = model.thisClass().asInternalName();
            model.superclass().ifPresent(parent -> parents.put(name, parent.asInternalName()));
            if (!model.flags().has(AccessFlag.ABSTRACT)) {
                concrete.add(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            // Not a class file of this Java: no project of ours.
        }
    }

    private static boolean isProject(String name, Map<String, String> parents) {
        String parent = parents.get(name);
        for (int depth = 0; parent != null && depth < 20; depth++) {
            if (parent.equals(PROJECT)) {
                return true;
            }
            parent = parents.get(parent);
        }
        return false;
    }

    private static Project create(Class<? extends Project> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + "'s constructor failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without arguments.", e);
        }
    }
}
