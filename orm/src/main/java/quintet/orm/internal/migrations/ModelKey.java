package quintet.orm.internal.migrations;

import java.util.Locale;

/** A model by app label and lower-case name. */
public record ModelKey(String app, String name) implements Comparable<ModelKey> {
    /** Lowers the model's name. */
    public ModelKey {
        name = name.toLowerCase(Locale.ROOT);
    }

    /** Reads {@code app.Model}; a name without an app belongs to {@code app}. */
    public static ModelKey parse(String reference, String app) {
        int dot = reference.lastIndexOf('.');
        return dot < 0
                ? new ModelKey(app, reference)
                : new ModelKey(reference.substring(0, dot), reference.substring(dot + 1));
    }

    @Override
    public int compareTo(ModelKey other) {
        int byApp = app.compareTo(other.app);
        return byApp != 0 ? byApp : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return app + "." + name;
    }
}
