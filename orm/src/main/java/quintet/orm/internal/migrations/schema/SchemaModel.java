package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.ModelKey;
import quintet.orm.internal.migrations.ModelState;
import quintet.orm.internal.migrations.ProjectState;

/** A model of a state with its names resolved: what the schema editor works on. */
public final class SchemaModel {
    private final ProjectState project;
    private final ModelState state;
    private final boolean seenAsItIs;
    private final Map<String, SchemaField> fields = new LinkedHashMap<>();

    private SchemaModel(ProjectState project, ModelState state) {
        this(project, state, true);
    }

    private SchemaModel(ProjectState project, ModelState state, boolean seenAsItIs) {
        this.project = project;
        this.state = state;
        this.seenAsItIs = seenAsItIs;
        state.fields().forEach((name, field) -> fields.put(name, new SchemaField(this, name, field)));
        if (state.options().get("order_with_respect_to") != null) {
            fields.put("_order", new SchemaField(this, "_order", FieldState.of("OrderWrt", Map.of())));
        }
    }

    /** A model of the state. */
    public static SchemaModel of(ProjectState project, ModelKey key) {
        return new SchemaModel(project, project.get(key));
    }

    /** A model that need not be part of the state. */
    public static SchemaModel of(ProjectState project, ModelState model) {
        return new SchemaModel(project, model);
    }

    /** A model under construction: its own state differs from the one that references to it see. */
    static SchemaModel building(ProjectState project, ModelState built, ModelState seen) {
        return new SchemaModel(project.with(seen), built, false);
    }

    public ModelKey key() {
        return state.key();
    }

    public String name() {
        return state.name();
    }

    public ModelState state() {
        return state;
    }

    public ProjectState project() {
        return project;
    }

    public String table() {
        return state.table();
    }

    /** All fields of its own, in order. */
    public List<SchemaField> fields() {
        return List.copyOf(fields.values());
    }

    /** The fields that have columns; for a reference with several columns a field for each of them. */
    public List<SchemaField> columns() {
        return fields.values().stream()
                .flatMap(field -> field.columnFields().stream())
                .toList();
    }

    /** The columns of the primary key; a proxy has its parent's. */
    public List<SchemaField> keyColumns() {
        SchemaField key = primaryKey();
        return key.isComposite()
                ? key.parts().stream()
                        .flatMap(part -> key.model().field(part).columnFields().stream())
                        .toList()
                : key.columnFields();
    }

    public List<SchemaField> manyToMany() {
        return fields.values().stream().filter(SchemaField::isManyToMany).toList();
    }

    /** A field by name, its own or a parent's; {@code pk} is the primary key. */
    public SchemaField field(String name) {
        SchemaField found = find(name);
        if (found != null) {
            return found;
        }
        if (name.equals("pk")) {
            return primaryKey();
        }
        throw new MigrationException("Model " + key() + " has no field '" + name + "' at this point of the history."
                + " Its fields: " + fields.keySet());
    }

    /** A field by name, its own or a parent's, or null. */
    public @Nullable SchemaField find(String name) {
        SchemaField own = fields.get(name);
        if (own != null) {
            return own;
        }
        SchemaField part = part(name);
        if (part != null) {
            return part;
        }
        // A key with several fields names a foreign key by its attribute.
        SchemaField reference = name.endsWith("_id") ? fields.get(name.substring(0, name.length() - 3)) : null;
        if (reference != null && reference.isForeignKey()) {
            return reference;
        }
        for (String base : state.bases()) {
            ModelState parent = project.find(ModelKey.parse(base, key().app()));
            if (parent != null) {
                SchemaField inherited = of(project, parent).find(name);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return null;
    }

    /** A column of a reference that has several. */
    private @Nullable SchemaField part(String name) {
        for (SchemaField field : fields.values()) {
            if (field.isForeignKey() && name.startsWith(field.name() + "_") && field.spans()) {
                for (SchemaField part : field.columnFields()) {
                    if (part.name().equals(name)) {
                        return part;
                    }
                }
            }
        }
        return null;
    }

    /** The primary key; a proxy has its parent's. */
    public SchemaField primaryKey() {
        for (SchemaField field : fields.values()) {
            if (field.primaryKey()) {
                return field;
            }
        }
        for (String base : state.bases()) {
            ModelState parent = project.find(ModelKey.parse(base, key().app()));
            if (parent != null) {
                return of(project, parent).primaryKey();
            }
        }
        throw new MigrationException("Model " + key() + " has no primary key at this point of the history");
    }

    /** Another model of the same state; the model itself when the key is its own. */
    public SchemaModel other(ModelKey other) {
        return seenAsItIs && other.equals(key()) ? this : of(project, other);
    }

    /** The fields of other models, and of the pairs of many-to-many fields, that point to this model. */
    public List<SchemaField> relatedFields() {
        List<SchemaField> found = new ArrayList<>();
        for (ModelState other : project.models().values()) {
            SchemaModel model = other.key().equals(key()) ? this : of(project, other);
            for (SchemaField field : model.fields.values()) {
                if ((field.isForeignKey() || field.isManyToMany()) && pointsHere(field)) {
                    found.add(field);
                }
            }
        }
        return found;
    }

    private boolean pointsHere(SchemaField field) {
        return field.state().option("to") instanceof String to
                && (to.equals("self")
                                ? field.model().key()
                                : ModelKey.parse(to, field.model().key().app()))
                        .equals(key());
    }

    /** A copy with another state, in a project that has it. */
    public SchemaModel with(ModelState changed) {
        return new SchemaModel(project.with(changed), changed);
    }
}
