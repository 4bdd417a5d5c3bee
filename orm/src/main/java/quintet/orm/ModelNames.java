package quintet.orm;

import java.util.List;
import java.util.Locale;
import quintet.orm.internal.meta.Names;

/** What a model and what belongs to it are called, in code, in the database and by people. */
public abstract sealed class ModelNames permits ModelMeta {
    private final Meta<?> options;
    private final String appLabel;
    private final String objectName;
    private final String table;

    ModelNames(Meta<?> options, String appLabel, String objectName, String table) {
        this.options = options;
        this.appLabel = appLabel;
        this.objectName = objectName;
        this.table = table;
    }

    /** The options the model declares. */
    public Meta<?> options() {
        return options;
    }

    /** The app's label, such as {@code library}. */
    public String appLabel() {
        return appLabel;
    }

    /** The class's simple name, such as {@code Book}. Django's {@code object_name}. */
    public String objectName() {
        return objectName;
    }

    /** The name in lower case, such as {@code book}. Django's {@code model_name}. */
    public String modelName() {
        return objectName.toLowerCase(Locale.ROOT);
    }

    /** App and model, such as {@code library.Book}. */
    public String label() {
        return appLabel + "." + objectName;
    }

    /** App and model in small letters, such as {@code library.book}. Django's {@code label_lower}. */
    public String labelLower() {
        return label().toLowerCase(Locale.ROOT);
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    /** The constraints, with {@code %(class)s} and {@code %(app_label)s} in their names filled in. */
    public List<Constraint> constraints() {
        return options.constraints().stream()
                .map(constraint -> constraint.named(expand(constraint.name())))
                .toList();
    }

    /** The indexes, with {@code %(class)s} and {@code %(app_label)s} in their names filled in. */
    public List<Index> indexes() {
        return options.indexes().stream()
                .map(index -> index.named(expand(index.name())))
                .toList();
    }

    private String expand(String name) {
        return name.replace("%(class)s", modelName()).replace("%(app_label)s", appLabel.toLowerCase(Locale.ROOT));
    }

    /** What people call one of them. */
    public String verboseName() {
        String name = options.verboseName();
        return name != null ? name : Names.words(objectName);
    }

    /** What people call many of them. */
    public String verboseNamePlural() {
        String name = options.verboseNamePlural();
        return name != null ? name : verboseName() + "s";
    }
}
