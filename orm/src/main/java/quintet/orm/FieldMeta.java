package quintet.orm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.FileContent;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.orm.internal.load.Children;
import quintet.orm.internal.load.Files;
import quintet.orm.internal.meta.ChoiceLimits;
import quintet.orm.internal.meta.DefaultValues;
import quintet.orm.internal.meta.Names;

/** What is known about a field of a model at run time. Answers to Django's {@code Field} objects. */
public final class FieldMeta extends FieldFacts {
    private final ModelMeta<?> model;
    private final int index;
    private final boolean hasColumn;
    private final String column;
    /** Whether it is a link to a parent's row that no Java field stands for. */
    private final boolean madeLink;
    /** The columns of a reference to a key with several fields; empty for other fields. */
    private final List<FieldMeta> several;
    /** Of such a column, the reference; else null. */
    private @Nullable FieldMeta whole;

    FieldMeta(ModelMeta<?> model, FieldDeclaration declaration, int index, boolean hasColumn) {
        this(model, declaration, index, hasColumn, List.of());
    }

    FieldMeta(ModelMeta<?> model, FieldDeclaration declaration, int index, boolean hasColumn, List<FieldMeta> several) {
        super(declaration);
        this.model = model;
        this.index = index;
        this.hasColumn = hasColumn;
        this.several = several;
        several.forEach(part -> part.whole = this);
        this.madeLink = declaration.flag("made", false) && declaration.flag("parentLink", false);
        String given = declaration.text("column");
        this.column = given.isEmpty() ? Names.column(attribute()) : given;
    }

    /** The model. */
    public ModelMeta<?> model() {
        return model;
    }

    /** The model whose table or relation it is: this one's, unless the field is inherited from a concrete parent. */
    public ModelMeta<?> owner() {
        Class<?> parent = declaration().value("owner", Class.class);
        return parent == null ? model.concrete() : model.registry().meta(parent);
    }

    /** Whether the column or relation is that of a concrete parent. */
    public boolean isInherited() {
        return declaration().has("owner");
    }

    /** The same field of the model whose table it stands in. */
    public FieldMeta own() {
        ModelMeta<?> owner = owner();
        return owner == model ? this : hasColumn || isComposite() ? owner.field(name()) : owner.relation(name());
    }

    /** Whether it links a child's row to that of its parent. */
    public boolean isParentLink() {
        return declaration().flag("parentLink", false);
    }

    /** The name of what the column holds: {@code author_id} for the reference {@code author}. Django's {@code attname}. */
    public String attribute() {
        return hasColumn && isReference() ? name() + "_id" : name();
    }

    /** The column's name. */
    public String column() {
        return column;
    }

    /** The place among the model's columns, or among its other relations. */
    public int index() {
        return index;
    }

    /** Whether the field has a column. */
    public boolean hasColumn() {
        return hasColumn;
    }

    /**
     * Whether it is a reference to a key with several fields. It has no column itself but stands for several: {@link #parts}.
     * Answers to a Django {@code ForeignObject}.
     */
    public boolean isComposite() {
        return !several.isEmpty();
    }

    /** The reference this is a column of, if that has several; else itself. */
    public FieldMeta declared() {
        FieldMeta reference = whole;
        return reference == null ? this : reference;
    }

    /** The columns of a field: those of a reference to a key with several fields, else itself. */
    public List<FieldMeta> parts() {
        return several.isEmpty() ? List.of(this) : several;
    }

    /** The reference whose column this is one of, if that has several; null for other fields. */
    public @Nullable FieldMeta whole() {
        return whole;
    }

    /** Whether the column may be NULL. */
    public boolean isNullable() {
        return declaration().nullable() && !isPrimaryKey();
    }

    /** Whether it is (part of) the primary key. */
    public boolean isPrimaryKey() {
        return hasColumn
                ? model.keyFields().contains(this)
                : isComposite() && model.keyFields().contains(several.getFirst());
    }

    /** Whether it is (part of) the key of the table it stands in: of a child's objects, each parent's key too. */
    public boolean isKeyOf(ModelMeta<?> table) {
        return (hasColumn || isComposite()) && owner() == table && own().isPrimaryKey();
    }

    /** Whether no two rows may share a value. */
    public boolean isUnique() {
        return declaration().flag("unique", false)
                || kind() == FieldKind.ONE_TO_ONE
                || (isPrimaryKey()
                        && (!model.hasCompositeKey() || model.keyFields().equals(several)));
    }

    /** Whether the column has an index of its own beside what uniqueness needs. Django's {@code db_index}. */
    public boolean isIndexed() {
        boolean byDefault = kind() == FieldKind.FOREIGN_KEY || kind() == FieldKind.SLUG;
        return declaration().flag("index", byDefault);
    }

    /** How the database computes the column; null for other columns. */
    public Meta.@Nullable Generated generated() {
        ModelMeta<?> table = owner();
        return table.options().generated().isEmpty()
                ? null
                : table.options().generated().get(name());
    }

    /** Whether the database computes the column, so that it is never written. Django's {@code generated}. */
    public boolean isGenerated() {
        return generated() != null;
    }

    /** The expression the database fills the column with, as {@code Meta.dbDefault} has it; else null. */
    public quintet.orm.internal.query.@Nullable Node databaseDefault() {
        return owner().options().databaseDefaults().get(name());
    }

    /** Whether the database fills the column of a new row that leaves it out. Django's {@code db_default}. */
    public boolean hasDatabaseDefault() {
        return declaration().has("dbDefault") || declaration().has("dbDefaultSql") || databaseDefault() != null;
    }

    /** Whether forms show it. */
    public boolean isEditable() {
        return declaration().flag("editable", true)
                && !isAutoNow()
                && !declaration().flag("autoNowAdd", false)
                && !isParentLink()
                && !isGenerated();
    }

    /**
     * Whether new objects have a value here: an initialiser, a primitive's zero, or {@code @Default}. Text that starts
     * empty counts as no default.
     */
    public boolean hasDefault() {
        return DefaultValues.has(this);
    }

    /** The value new objects have; made anew by {@code @Default}. Null if there is none. */
    public @Nullable Object defaultValue() {
        return DefaultValues.of(this);
    }

    /** Whether it is a foreign key or a one-to-one relation with a column, or several. */
    public boolean isReference() {
        return (hasColumn || isComposite()) && (kind() == FieldKind.FOREIGN_KEY || kind() == FieldKind.ONE_TO_ONE);
    }

    /** Whether it is a many-to-many field. */
    public boolean isManyToMany() {
        return kind() == FieldKind.MANY_TO_MANY && !isBack();
    }

    /** The model a relation points to. */
    public ModelMeta<?> target() {
        return model.registry().target(this);
    }

    /**
     * The rows that forms offer for a relation: those of the other model's default manager that {@code limitChoicesTo} and {@code
     * limitChoicesFrom} leave. Each call asks anew.
     */
    public QuerySet<?> offeredRows() {
        return ChoiceLimits.offered(this);
    }

    /** What this reference's column holds for a reference: the other row's key, or its field that {@code toField} names. */
    public @Nullable Object keyOf(Ref<?> ref) {
        return declaration().text("toField").isEmpty() ? ref.id() : ref.keyFor(declaration());
    }

    /**
     * Stores a file for this field of an object, under the path its {@code uploadTo} says. {@code save()} does so for a {@link
     * quintet.fields.FieldFile} by itself; a field that keeps the name alone takes what this gives. Django's {@code FieldFile.save}.
     *
     * @return the name the file got
     */
    public String store(KeyedModel<?> object, FileContent content) {
        return Files.store(object, this, content);
    }

    /**
     * The field of the other model that a reference's column holds: its key, or the one named by {@code toField}. The first one for
     * a reference to a key with several fields; see {@link #targetFields}.
     */
    public FieldMeta targetField() {
        String named = declaration().text("toField");
        return named.isEmpty() ? target().key() : target().field(named);
    }

    /** The fields of the other model that a reference's {@link #parts} hold, in the same order. */
    public List<FieldMeta> targetFields() {
        return isComposite() ? target().keyFields() : List.of(targetField());
    }

    /** What a reference to an object holds: its key, or the field that {@code toField} names; null if the object has none. */
    public @Nullable Object targetValue(KeyedModel<?> object) {
        if (isComposite()) {
            return object.meta() == target() ? object.key() : target().keyOf(object);
        }
        Object value = targetField().get(object);
        return value instanceof Ref<?> ref ? ref.id() : value;
    }

    /** The path in the other model to what a reference holds. */
    public String targetPath() {
        return isComposite() ? "pk" : targetField().name();
    }

    /** The way back of a relation. */
    public ReverseMeta back() {
        return model.registry().back(own());
    }

    /** The table model between the two of a many-to-many field. */
    public ModelMeta<?> through() {
        return model.registry().through(own());
    }

    /** The foreign key of the table between that points to this model. */
    public FieldMeta throughSource() {
        return model.registry().throughSource(own());
    }

    /** The foreign key of the table between that points to the other model. */
    public FieldMeta throughTarget() {
        return model.registry().throughTarget(own());
    }

    /** Whether the table between is made for this field. */
    public boolean hasAutomaticThrough() {
        return declaration().value("through", Class.class) == null
                && !declaration().has("throughLabel");
    }

    /** Whether each side implies the other, in a relation of a model to itself. */
    public boolean isSymmetrical() {
        return isManyToMany() && target().concrete() == owner() && declaration().flag("symmetrical", true);
    }

    /** The value in an object: of a column, or the wrapper of a relation. */
    public @Nullable Object get(KeyedModel<?> object) {
        if (madeLink) {
            // The child's object has all that the parent's has.
            return Children.link((Ref<?>) access().get(object, index), object, this);
        }
        return hasColumn || isComposite() ? access().get(object, index) : access().other(object, index);
    }

    /** Sets the value in an object, converting what can be converted to the field's Java type. */
    public void set(KeyedModel<?> object, @Nullable Object value) {
        access().set(object, index, quintet.orm.internal.meta.JavaValues.convert(this, value));
    }

    @SuppressWarnings("unchecked") // objects of this model only are passed
    private ModelAccess<Object> access() {
        return (ModelAccess<Object>) model.access();
    }

    /** The declared supplier of what {@code onDelete = SET} stores. */
    public Optional<Object> onDeleteValue() {
        return DefaultValues.onDeleteValue(this);
    }

    /** Model and name. */
    @Override
    public String toString() {
        return model.label() + "." + name();
    }
}
