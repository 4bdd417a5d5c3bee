package quintet.orm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.orm.internal.meta.Companions;
import quintet.orm.internal.sql.ValueType;

/**
 * The part of a generated companion that makes, reads and writes objects of a model without reflection. Written by the
 * processor; not for use by hand.
 *
 * @param <M> the model
 */
public abstract class ModelAccess<M> {
    private final Class<M> type;
    private final List<FieldDeclaration> columns;
    private final List<FieldDeclaration> relations;
    private final @Nullable KeyType[] keyTypes;
    private final @Nullable ValueType[] valueTypes;
    private Class<?> @Nullable [] targets;

    /** The access of one model class. */
    @SuppressWarnings("this-escape") // generated subclasses answer from constants
    protected ModelAccess(Class<M> type) {
        this.type = type;
        this.columns = columns();
        this.keyTypes = new KeyType[columns.size()];
        this.valueTypes = new ValueType[columns.size()];
        this.relations = relations();
    }

    /** The access of objects that have no class of their own. */
    ModelAccess(Class<M> type, List<FieldDeclaration> columns, List<FieldDeclaration> relations) {
        this.type = type;
        this.columns = columns;
        this.relations = relations;
        this.keyTypes = new KeyType[columns.size()];
        this.valueTypes = new ValueType[columns.size()];
    }

    /**
     * The access of a model class.
     *
     * @throws IllegalStateException if the class has no companion; the message says how to switch the processor on
     */
    public static <M> ModelAccess<M> of(Class<M> type) {
        return Companions.of(type);
    }

    /** The model class. */
    public final Class<M> type() {
        return type;
    }

    /** The fields with a column; the place in the list is the field's number. */
    public abstract List<FieldDeclaration> columns();

    /** The fields without a column. */
    public abstract List<FieldDeclaration> relations();

    /** A new object. */
    public abstract M make();

    /** Gives a new object its wrappers. */
    public abstract void init(M object);

    /** Reads all columns, the first at {@code at}. */
    public abstract void read(M object, Cells cells, int at);

    /** Reads one field. */
    public abstract void read(M object, int field, Cells cells, int at);

    /** Writes one field as a parameter. */
    public abstract void write(M object, int field, Parameters parameters);

    /** The value of a field. */
    public abstract @Nullable Object get(M object, int field);

    /** Sets a field; the value has the field's Java type. */
    public abstract void set(M object, int field, @Nullable Object value);

    /** The wrapper of a field without a column. */
    public Object other(M object, int relation) {
        throw unknown(relation);
    }

    /** The relations without a foreign key. */
    public List<PlainRelation> plainRelations() {
        return List.of();
    }

    /** What stands for one of {@link #plainRelations} in an object. */
    public PlainHandle plain(M object, int relation) {
        throw unknown(relation);
    }

    /** Rows of other models that are deleted with an object although no foreign key leads here. */
    public List<Queries<?>> dependants(M object) {
        return List.of();
    }

    /** The model's default manager; null for an abstract model. */
    public @Nullable Manager<M> manager() {
        return null;
    }

    /** The model's managers by the names of their fields, in order. */
    public Map<String, Manager<M>> managers() {
        return Map.of();
    }

    /** The model's options, null if it declares none. */
    public @Nullable Meta<?> meta() {
        return null;
    }

    /** Whether the model only lends its fields. */
    public boolean isAbstract() {
        return false;
    }

    /** Whether the model is another view of the table of the class it extends. */
    public boolean isProxy() {
        return false;
    }

    /** Calls {@link #init} with an object of this model. */
    final void start(KeyedModel<?> object) {
        init(type.cast(object));
    }

    /** A reference without a value. */
    protected final <T> Ref<T> ref(M owner, int field) {
        return emptyRef(field);
    }

    /** A reference without a value. */
    final <T> Ref<T> emptyRef(int field) {
        Class<?>[] targets = this.targets;
        if (targets == null) {
            targets = columns.stream().map(c -> c.value("target", Class.class)).toArray(Class<?>[]::new);
            this.targets = targets;
        }
        @SuppressWarnings("unchecked") // the processor wrote the target from the field's own type
        Class<T> target = (Class<T>) targets[field];
        return new Ref<>(target);
    }

    /** The other end of a one-to-one relation. */
    protected final <T> Ref<T> back(M owner, int relation) {
        FieldDeclaration declaration = relations.get(relation);
        return Ref.back(target(declaration), (KeyedModel<?>) owner, declaration.name());
    }

    /** The many objects of a relation. */
    protected final <T> Many<T> many(M owner, int relation) {
        FieldDeclaration declaration = relations.get(relation);
        return new Many<>(target(declaration), (KeyedModel<?>) owner, declaration.name());
    }

    /** The link from a child to its parent's row, which no Java field stands for. */
    protected final Ref<?> link(int field, @Nullable Object key) {
        Class<?> target = target(columns.get(field));
        Object plain = keyOf(key);
        return plain == null ? new Ref<>(target) : Ref.ofKey(target, plain);
    }

    /** The key behind a reference or object. */
    protected static @Nullable Object keyOf(@Nullable Object value) {
        return switch (value) {
            case Ref<?> ref -> ref.id();
            case KeyedModel<?> object -> object.key();
            case null, default -> value;
        };
    }

    /** A value as a reference. */
    protected final @Nullable Ref<?> asRef(int field, @Nullable Object value) {
        FieldDeclaration declaration = columns.get(field);
        return switch (value) {
            case Ref<?> ref -> ref;
            case KeyedModel<?> object -> Ref.of(object);
            case null -> declaration.nullable() ? null : new Ref<>(target(declaration));
            default -> Ref.ofKey(target(declaration), value);
        };
    }

    /** The declaration of a field with a column. */
    final FieldDeclaration declaration(int field) {
        return columns.get(field);
    }

    /** How the key of a reference is read and written. */
    final KeyType keyType(int field) {
        KeyType known = keyTypes[field];
        if (known == null) {
            known = KeyType.of(columns.get(field));
            keyTypes[field] = known;
        }
        return known;
    }

    /** How the values of a field are read and written where its Java type does not say it. */
    final ValueType valueType(int field) {
        ValueType known = valueTypes[field];
        if (known == null) {
            known = ValueType.of(columns.get(field));
            valueTypes[field] = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked") // the processor wrote the target from the field's own type
    private static <T> Class<T> target(FieldDeclaration declaration) {
        return (Class<T>) Objects.requireNonNull(declaration.value("target", Class.class));
    }

    /** Says that there is no such field. */
    protected final RuntimeException unknown(int field) {
        return new IllegalArgumentException(type.getSimpleName() + " has no field number " + field + ".");
    }
}
