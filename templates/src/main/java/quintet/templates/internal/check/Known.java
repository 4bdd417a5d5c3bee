package quintet.templates.internal.check;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.templates.Engine;
import quintet.templates.Library;
import quintet.templates.Origin;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;
import quintet.templates.TemplateException;

/** What a template may refer to: tags, filters, routes, files and other templates of an engine. */
final class Known {
    private final Engine engine;
    private final Collection<String> templates;
    private final @Nullable Collection<String> routes;
    private final @Nullable Collection<String> files;

    Known(Engine engine) {
        this.engine = engine;
        this.templates = engine.names();
        this.routes = engine.urls().names();
        this.files = engine.staticUrls().names();
    }

    Collection<String> templates() {
        return templates;
    }

    /** The names of all routes; null if they are not known. */
    @Nullable
    Collection<String> routes() {
        return routes;
    }

    /** The paths of all static files; null if they are not known. */
    @Nullable
    Collection<String> files() {
        return files;
    }

    /** Whether there is a template, whatever its state. */
    boolean hasTemplate(String name) {
        try {
            engine.get(name);
            return true;
        } catch (TemplateDoesNotExist e) {
            return false;
        } catch (TemplateException e) {
            return true;
        }
    }

    /** The blocks that the ancestors of a template have; null if one of them is not known. */
    @Nullable
    Set<String> inherited(String name, Origin of) {
        Set<String> blocks = new TreeSet<>();
        java.util.List<Origin> history = new java.util.ArrayList<>(List.of(of));
        String next = name;
        while (next != null) {
            Template parent;
            try {
                parent = engine.get(next, history);
            } catch (TemplateException e) {
                return null;
            }
            history.add(parent.origin());
            Outline outline = Outline.of(parent.source());
            blocks.addAll(outline.blocks());
            if (outline.extendsSomething() && outline.extended() == null) {
                return null;
            }
            next = outline.extended();
            if (next != null && parent.name() != null) {
                next = quintet.templates.internal.load.Names.relative(parent.name(), next, false);
            }
        }
        return blocks;
    }

    /** The libraries, besides those loaded already, that have a tag or filter of this name. */
    List<String> librariesWith(String name, boolean tag) {
        return engine.libraryNames().stream()
                .filter(each -> {
                    Library library = engine.library(each);
                    return (tag ? library.tags().keySet() : library.filters().keySet()).contains(name);
                })
                .sorted()
                .toList();
    }
}
