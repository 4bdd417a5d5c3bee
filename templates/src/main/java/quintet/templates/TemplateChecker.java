package quintet.templates;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.check.Findings;
import quintet.templates.internal.check.Generics;
import quintet.templates.internal.check.StaticTypes;
import quintet.templates.internal.check.Walk;

/**
 * Finds mistakes in templates without rendering them: everything a compile finds, and filters, blocks, partials,
 * routes, static files and other templates that are not there. In a template that says what its variables are, also
 * variables and attributes that are not there:
 *
 * <pre>{@code
 * {# context: library.BookPage, cart: shop.Cart, theme #}
 * }</pre>
 *
 * A class alone gives its members as variables, {@code name: class} one variable, a name alone one of any type.
 */
public final class TemplateChecker {
    private final Engine engine;
    private final StaticTypes types;
    private final Set<String> always = new TreeSet<>();
    private ClassLoader loader = Thread.currentThread().getContextClassLoader();

    /**
     * A mistake in a template.
     *
     * @param template the template's name
     * @param file where it was loaded from
     * @param line from 1
     * @param message what is wrong and what to write instead
     */
    public record Problem(String template, String file, int line, String message) {
        /** {@code file:line: message}, as editors and terminals understand it. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }

    private TemplateChecker(Engine engine) {
        this.engine = engine;
        this.types = new StaticTypes(engine::adapts);
    }

    /**
     * A checker.
     *
     * @param engine whose templates are checked
     * @return a checker that knows plain Java values
     */
    public static TemplateChecker of(Engine engine) {
        return new TemplateChecker(engine);
    }

    /**
     * The argument a type gives to a type parameter of one of its supertypes; for guides.
     *
     * @param type such as the type {@code QuerySet<Book>}
     * @param of a supertype's class
     * @param index which parameter, from 0
     * @return such as {@code Book}; {@link TypeGuide#UNKNOWN} if that cannot be told
     */
    public static Type argument(Type type, Class<?> of, int index) {
        return Generics.argument(type, of, index);
    }

    /**
     * Says where the classes of declared contexts are found.
     *
     * @param classes by default the thread's class loader
     * @return this
     */
    public TemplateChecker classes(ClassLoader classes) {
        loader = classes;
        return this;
    }

    /**
     * Says what is known of the values of a type.
     *
     * @param type the class
     * @param guide serves it and its subclasses
     * @return this
     */
    public TemplateChecker guide(Class<?> type, TypeGuide guide) {
        types.guide(type, guide);
        return this;
    }

    /**
     * Names variables that every template has, mostly from context processors.
     *
     * @param names such as {@code request}
     * @return this
     */
    public TemplateChecker variables(String... names) {
        always.addAll(Arrays.asList(names));
        return this;
    }

    /**
     * Checks every template the engine's loaders can list, those of one name in several places too.
     *
     * @return by template and line; empty if all is well
     */
    public List<Problem> check() {
        List<Problem> problems = new ArrayList<>();
        engine.sources(null).forEach((origin, source) -> check(origin, source, problems));
        return problems;
    }

    /**
     * Checks the templates of one name.
     *
     * @param name the name
     * @return by line; empty if all is well
     * @throws TemplateDoesNotExist if there is none
     */
    public List<Problem> check(String name) {
        List<Problem> problems = new ArrayList<>();
        var sources = engine.sources(name);
        if (sources.isEmpty()) {
            throw new TemplateDoesNotExist(name, List.of());
        }
        sources.forEach((origin, source) -> check(origin, source, problems));
        return problems;
    }

    private void check(Origin origin, String source, List<Problem> problems) {
        Findings findings = new Findings();
        compile(origin, source, findings);
        new Walk(engine, types, this::find, always, origin, source, findings).run();
        String name = origin.templateName() == null ? origin.name() : origin.templateName();
        for (Findings.Finding each : findings.sorted()) {
            problems.add(new Problem(name, origin.name(), each.line(), each.message()));
        }
    }

    private void compile(Origin origin, String source, Findings findings) {
        try {
            Template.compile(engine, origin, source);
        } catch (TemplateSyntaxError e) {
            String message = e.rawMessage();
            SourceExtract extract = e.extract();
            int line = extract == null ? 1 : extract.line();
            if (!message.startsWith("Invalid filter: ")) {
                // unknown filters are found one by one, with the nearest name
                findings.add(line, message + hint(message));
            }
        } catch (TemplateException e) {
            SourceExtract extract = e.extract();
            findings.add(extract == null ? 1 : extract.line(), String.valueOf(e.getMessage()));
        }
    }

    private String hint(String message) {
        if (!message.startsWith("Invalid block tag")) {
            return "";
        }
        int quote = message.indexOf('\'');
        String tag = message.substring(quote + 1, message.indexOf('\'', quote + 1));
        if (tag.startsWith("end") || message.contains(", expected ") && isKnown(tag)) {
            return "";
        }
        Set<String> tags = new TreeSet<>();
        engine.builtins().forEach(library -> tags.addAll(library.tags().keySet()));
        return Walk.hint(engine, tag, tags);
    }

    private boolean isKnown(String tag) {
        return engine.builtins().stream().anyMatch(library -> library.tags().containsKey(tag));
    }

    /** A class by its full name; nested ones with dots as in Java. */
    private @Nullable Class<?> find(String name) {
        String binary = name;
        while (true) {
            try {
                return Class.forName(binary, false, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = binary.lastIndexOf('.');
                if (dot < 0) {
                    return null;
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
    }
}
