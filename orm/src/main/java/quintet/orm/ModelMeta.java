package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.meta.Names;
import quintet.orm.internal.query.Node;

/**
 * What is known about a model at run time: names, fields, relations, options. One for each site, made from the
 * companion. Answers to Django's {@code _meta}.
 *
 * @param <M> the model
 */
public final class ModelMeta<M> extends ModelNames {
    private final Class<M> type;
    private final ModelAccess<M> access;
    private final ModelRegistry registry;
    private final @Nullable ModelMeta<?> parent;
    private final ModelFields fields;
    private final ModelManagers<M> managers;

    /** Made by the registry. */
    public ModelMeta(
            ModelRegistry registry, ModelAccess<M> access, Meta<?> options, String appLabel, String objectName) {
        super(options, appLabel, objectName, tableName(registry, access, options, appLabel, objectName));
        this.registry = registry;
        this.type = access.type();
        this.parent = registry.parent(access);
        this.access = SplitAccess.of(OrderedAccess.of(access, options, parent), registry);
        this.fields = new ModelFields(this, this.access);
        this.managers = new ModelManagers<>(this);
    }

    private static String tableName(
            ModelRegistry registry, ModelAccess<?> access, Meta<?> options, String appLabel, String objectName) {
        ModelMeta<?> parent = access.isProxy() ? registry.parent(access) : null;
        if (parent != null) {
            return parent.table();
        }
        return options.table() != null ? options.table() : Names.table(appLabel, objectName);
    }

    /** The metadata of a model in the current site. */
    public static <M> ModelMeta<M> of(Class<M> type) {
        return ModelRegistry.current().meta(type);
    }

    /** The metadata of all models of the current site, in the order of apps and names. */
    public static List<ModelMeta<?>> all() {
        return ModelRegistry.current().all();
    }

    /** The model with a label such as {@code library.Book}, in any case; null if the site has none. Django's {@code apps.get_model}. */
    public static @Nullable ModelMeta<?> find(String label) {
        return ModelRegistry.current().find(label);
    }

    /** The class. */
    public Class<M> type() {
        return type;
    }

    /** Makes, reads and writes objects. */
    public ModelAccess<M> access() {
        return access;
    }

    /** The registry of the site it belongs to; for Quintet's own use. */
    public ModelRegistry registry() {
        return registry;
    }

    /**
     * The model of the nearest concrete class this one extends; null if there is none. Unless this is a proxy, it has a
     * table beside that of the parent.
     */
    public @Nullable ModelMeta<?> parent() {
        return parent;
    }

    /** Whether it is another view of its parent's table. */
    public boolean isProxy() {
        return access.isProxy();
    }

    /** The model whose table this is: itself, unless it is a proxy. Django's {@code concrete_model}. */
    public ModelMeta<?> concrete() {
        return isProxy() && parent != null ? parent.concrete() : this;
    }

    /** The reference to the row of the parent's table; null for a model with one table. */
    public @Nullable FieldMeta parentLink() {
        for (FieldMeta field : fields.localColumns) {
            if (field.isParentLink()) {
                return field;
            }
        }
        return null;
    }

    /** The models whose tables hold an object's columns, the topmost first; just itself for most models. */
    public List<ModelMeta<?>> tables() {
        FieldMeta link = parentLink();
        if (link == null) {
            return List.of(concrete());
        }
        List<ModelMeta<?>> all = new ArrayList<>(link.target().tables());
        all.add(concrete());
        return all;
    }

    /**
     * The order rows have when a query names none: the model's own, that of {@code orderWithRespectTo}, or that of the concrete
     * model it extends.
     */
    public List<Node.Ordering> ordering() {
        if (!options().ordering().isEmpty()) {
            return options().ordering();
        }
        if (options().orderWithRespectTo() != null && orderField() != null) {
            return List.of(new Node.Ordering(new Node.Path(OrderedAccess.NAME), false, null));
        }
        return parent == null ? List.of() : parent.ordering();
    }

    /** The column {@code _order} of a model whose rows are kept in an order of their own; null for other models. */
    public @Nullable FieldMeta orderField() {
        return OrderedAccess.is(access) ? fields.columns.getLast() : null;
    }

    /** The fields {@code latest} sorts by: the model's own, else those of the concrete model it extends. */
    public List<String> latestBy() {
        return options().latestBy().isEmpty() && parent != null
                ? parent.latestBy()
                : options().latestBy();
    }

    /** The fields with a column, in order, those of parents' tables first. Django's {@code concrete_fields}. */
    public List<FieldMeta> columns() {
        return fields.columns;
    }

    /**
     * The fields as they are declared, in order: as {@link #columns}, but with a reference to a key with several fields in place of
     * its columns. Their places are the numbers that references are loaded by.
     */
    public List<FieldMeta> declaredColumns() {
        return fields.declared;
    }

    /** The foreign keys and one-to-one relations, in order, whatever number of columns they have. */
    public List<FieldMeta> references() {
        return fields.references;
    }

    /** The fields that keep a {@link quintet.fields.FieldFile}, to be stored before the row. */
    public List<FieldMeta> files() {
        return fields.files;
    }

    /** The fields with a column in the model's own table. Django's {@code local_concrete_fields}. */
    public List<FieldMeta> localColumns() {
        return fields.localColumns;
    }

    /** The columns of this model's objects that stand in the table of one of {@link #tables}. */
    public List<FieldMeta> columnsOf(ModelMeta<?> owner) {
        return fields.columns.stream().filter(field -> field.owner() == owner).toList();
    }

    /** The many-to-many fields. */
    public List<FieldMeta> manyToMany() {
        return fields.manyToMany;
    }

    /** All fields as declared: those with columns, then many-to-many. Django's {@code _meta.get_fields()} without the ways back. */
    public List<FieldMeta> fields() {
        List<FieldMeta> all = new ArrayList<>(fields.declared);
        all.addAll(fields.manyToMany);
        return all;
    }

    /** The ways back that the model declares with {@code @Reverse}. */
    public List<FieldMeta> declaredBacks() {
        return fields.declaredBacks;
    }

    /**
     * The ways back from this model and those whose tables it shares: relations of other models that point here. Django's
     * {@code related_objects}.
     */
    public List<ReverseMeta> backs() {
        FieldMeta link = parentLink();
        if (link == null) {
            return registry.backs(concrete());
        }
        List<ReverseMeta> all = new ArrayList<>(registry.backs(concrete()));
        all.addAll(link.target().backs());
        return all;
    }

    /** The relations without a foreign key. Django's {@code private_fields}. */
    public List<PlainRelation> plainRelations() {
        return access.plainRelations();
    }

    /** A relation without a foreign key by its name; null if there is none. */
    public @Nullable PlainRelation plainRelation(String name) {
        for (PlainRelation relation : access.plainRelations()) {
            if (relation.name().equals(name) || Names.column(relation.name()).equals(name)) {
                return relation;
            }
        }
        return null;
    }

    /** The fields of the primary key; one but for composite keys. A reference to a key with several fields gives all its columns. */
    public List<FieldMeta> keyFields() {
        return fields.key;
    }

    /** The field of the primary key; the first one of a composite key. */
    public FieldMeta key() {
        return fields.key.getFirst();
    }

    /** Whether the key has several fields. */
    public boolean hasCompositeKey() {
        return fields.key.size() > 1;
    }

    /**
     * A field by its name, its attribute ({@code author_id}) or {@code pk}.
     *
     * @throws QueryError if there is none; the message names the nearest right spelling
     */
    public FieldMeta field(String name) {
        return findField(name).orElseThrow(() -> noField(this, name));
    }

    /** The error for a field that is not there; for Quintet's own use. */
    public static QueryError noField(ModelMeta<?> model, String name) {
        return new QueryError(
                QueryError.Kind.NO_FIELD,
                model.objectName() + " has no field named '" + name + "'",
                Suggestions.didYouMean(
                        name, model.fields().stream().map(FieldMeta::name).toList()));
    }

    /** A field by its name, its attribute or {@code pk}. */
    public Optional<FieldMeta> findField(String name) {
        FieldMeta field = fields.find(name);
        return field == null && name.equals("pk") ? Optional.of(key()) : Optional.ofNullable(field);
    }

    /** A relation without a column by its name: many-to-many or a declared way back. */
    FieldMeta relation(String name) {
        FieldMeta found = fields.relation(name);
        if (found != null) {
            return found;
        }
        throw new QueryError(objectName() + " has no relation '" + name + "'.");
    }

    /** Whether objects of a model have this one's columns: it is the same, a proxy or a child. */
    public boolean isOrExtends(ModelMeta<?> other) {
        return other.type().isAssignableFrom(type) && (type != Row.class || this == other);
    }

    /** The key of an object; a list for a composite one; null if it has none. */
    public @Nullable Object keyOf(KeyedModel<?> object) {
        return fields.keyOf(object);
    }

    /** A new object. */
    public M make() {
        return access.make();
    }

    /**
     * The default manager: the one {@code Meta.defaultManager} names, else {@code objects}, else the first. Django's {@code
     * _default_manager}.
     */
    public Manager<M> manager() {
        return managers.main();
    }

    /**
     * A manager by the name of its static field.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Manager<M> manager(String name) {
        return managers.named(name);
    }

    /** The managers by the names of their static fields, in order. */
    public Map<String, Manager<M>> managers() {
        return access.managers();
    }

    /** All rows, whatever managers leave out. */
    public QuerySet<M> rows() {
        return managers.rows();
    }

    /**
     * The rows that references lead to: all, unless {@code Meta.baseManager} names a manager that leaves some out. Django's
     * {@code _base_manager}.
     */
    public QuerySet<M> baseRows() {
        return managers.baseRows();
    }

    /** Whether {@code Meta.baseManager} names a manager, so that {@link #baseRows} may leave rows out. */
    public boolean hasBaseManager() {
        return managers.hasBaseManager();
    }

    /** The model the settings put in this one's place; null for most models. Django's {@code _meta.swapped}. */
    public @Nullable ModelMeta<?> swapped() {
        return options().swappable() == null ? null : registry.swapped(this);
    }

    /** Refuses the use of a model in whose place the settings put another. */
    public void checkNotSwapped() {
        managers.checkNotSwapped();
    }

    /** The label. */
    @Override
    public String toString() {
        return label();
    }
}
