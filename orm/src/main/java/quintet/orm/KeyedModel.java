package quintet.orm;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.RowState;
import quintet.orm.internal.load.Deleter;
import quintet.orm.internal.load.Saver;
import quintet.orm.internal.load.Validation;
import quintet.orm.internal.meta.ModelRegistry;

/**
 * The base of all models. Public fields are columns; {@link Ref} and {@link Many} are relations. Most models extend
 * {@link Model}, which adds {@code id}; those with a key of their own extend this.
 *
 * @param <K> the type of the primary key; for composite keys {@code List<Object>}
 */
@ModelClass
public abstract class KeyedModel<K> {
    static {
        ModelBackdoor.install();
    }

    transient RowState rowState = RowState.NEW;
    transient String @Nullable [] annotationNames;
    transient @Nullable Object @Nullable [] annotationValues;
    /** The place among the rows of the same owner, where the model keeps one ({@code _order}). */
    transient @Nullable Integer rowOrder;

    /** Makes an object that is not in the database, with its wrappers in place. */
    @SuppressWarnings("this-escape")
    protected KeyedModel() {
        ModelAccess.of(getClass()).start(this);
    }

    /** For objects that have no companion. */
    KeyedModel(RowState state) {
        this.rowState = state;
    }

    /**
     * Writes the object to the database: inserts it if it is new, else updates it. Fields that were not loaded are left
     * alone.
     */
    public void save() {
        save(Save.DEFAULT);
    }

    /** As {@link #save()}, with options: {@code Save.only("title")}, {@code Save.insert()} ... */
    public void save(Save options) {
        Saver.save(this, options);
    }

    /**
     * Deletes the row and what depends on it, as each foreign key's {@code onDelete} says.
     *
     * @return how many rows of which models
     */
    public Deleted delete() {
        return delete(null);
    }

    /** As {@link #delete()}, in a database by alias. */
    public Deleted delete(@Nullable String database) {
        return Deleter.delete(this, database);
    }

    /** Reads all fields again. Django's {@code refresh_from_db}. */
    public void refresh() {
        refresh(List.of());
    }

    /** Reads some fields again, or loads those that were left out by {@code only} and {@code defer}. */
    public void refresh(Collection<String> fields) {
        Saver.refresh(this, fields);
    }

    /**
     * Reads some fields (all if none are named) from the rows of a query, as with locks or from among rows its managers leave
     * out: {@code book.refresh(List.of(), Book.objects.all().forUpdate())}. Django's {@code from_queryset}.
     *
     * @throws DoesNotExist if the object is not among the rows
     */
    public void refresh(Collection<String> fields, Queries<?> from) {
        Saver.refresh(this, fields, from.all().query());
    }

    /**
     * What people know the row by, in place of its key: the values of the fields that {@code Meta.naturalKey} names, with those of
     * the row for a reference; empty if it names none. Override it together with {@link Manager#getByNaturalKey}. Django's {@code
     * natural_key}.
     */
    public List<Object> naturalKey() {
        return quintet.orm.internal.load.NaturalKeys.of(this);
    }

    /** The label of a field's value among its choices; of other values their text. Django's {@code get_status_display}. */
    public final String display(Token<?> field) {
        return display(field.path());
    }

    /** The same, by the field's name. */
    public final String display(String field) {
        FieldMeta found = meta().field(field);
        return found.label(found.get(this));
    }

    /** The next object of the same owner, by {@code Meta.orderWithRespectTo}. Django's {@code get_next_in_order}. */
    @SuppressWarnings("unchecked") // a neighbour is of the same model
    public final <M extends KeyedModel<K>> java.util.Optional<M> nextInOrder() {
        return (java.util.Optional<M>) quintet.orm.internal.load.RowOrder.neighbour(this, true);
    }

    /** The previous object of the same owner, by {@code Meta.orderWithRespectTo}. Django's {@code get_previous_in_order}. */
    @SuppressWarnings("unchecked") // a neighbour is of the same model
    public final <M extends KeyedModel<K>> java.util.Optional<M> previousInOrder() {
        return (java.util.Optional<M>) quintet.orm.internal.load.RowOrder.neighbour(this, false);
    }

    /** Whether the object is not in the database as far as it knows. */
    public boolean isNew() {
        return rowState.isNew();
    }

    /** The primary key; null before the first save. A composite key is a list. Django's {@code pk}. */
    @SuppressWarnings("unchecked") // the key fields have type K
    public @Nullable K key() {
        return (K) meta().keyOf(this);
    }

    /** The model's metadata. Django's {@code _meta}. */
    public ModelMeta<?> meta() {
        return ModelRegistry.current().meta(getClass());
    }

    /**
     * Checks what no field can check alone; override it. Called by {@link #fullClean}.
     *
     * @throws quintet.fields.ValidationError if something is wrong
     */
    public void clean() {}

    /**
     * Checks every field, {@link #clean}, uniqueness and constraints. Not called by {@link #save()}; model forms do.
     *
     * @throws quintet.fields.ValidationError with the errors by field
     */
    public void fullClean() {
        fullClean(List.of());
    }

    /** As {@link #fullClean()}, but for some fields. */
    public void fullClean(Collection<String> exclude) {
        fullClean(exclude, true, true);
    }

    /** As {@link #fullClean(Collection)}, with or without the checks that ask the database. */
    public void fullClean(Collection<String> exclude, boolean unique, boolean constraints) {
        Validation.fullClean(this, exclude, unique, constraints);
    }

    /** Checks each field's own rules. Django's {@code clean_fields}. */
    public void cleanFields(Collection<String> exclude) {
        Validation.cleanFields(this, exclude);
    }

    /** Checks that no other row has the same unique values. */
    public void validateUnique(Collection<String> exclude) {
        Validation.validateUnique(this, exclude);
    }

    /** Checks the constraints that {@code Meta} declares. */
    public void validateConstraints(Collection<String> exclude) {
        Validation.validateConstraints(this, exclude);
    }

    /** The address of the object's own page; "" if it has none. Django's {@code get_absolute_url}. */
    public String absoluteUrl() {
        return "";
    }

    /**
     * The same row as an object of a child model, which has a table beside this one's; empty if this row has none there.
     * Answers to Django's {@code item.magazine}.
     */
    public final <C extends KeyedModel<?>> java.util.Optional<C> as(Class<C> child) {
        return quintet.orm.internal.load.Children.find(this, child);
    }

    /** The alias of the database the object came from or was saved to; null if it is new. */
    public final @Nullable String database() {
        return rowState.database();
    }

    /** The names of the fields that were not loaded. Django's {@code get_deferred_fields}. */
    public final List<String> deferredFields() {
        return meta().columns().stream()
                .filter(field -> rowState.isDeferred(field.index()))
                .map(field -> field.declared().name())
                .distinct()
                .toList();
    }

    /** Whether all fields were loaded: false when {@code only} or {@code defer} left some out that were not fetched since. */
    public final boolean isWhole() {
        return rowState.deferred() == null;
    }

    /**
     * Lets go of the rows it was loaded with; to be called before an object is kept for long, as in a cache. Relations
     * not loaded yet are then loaded for this object alone.
     */
    public final void detach() {
        rowState = rowState.alone();
        for (FieldMeta field : meta().references()) {
            if (field.get(this) instanceof Ref<?> ref) {
                ref.leaveGroup();
            }
        }
    }

    /**
     * Loads a field that was left out by {@code only} or {@code defer}, as the query's fetch mode says: for the rows loaded
     * together, for this one, or not at all. Does nothing for a field that is loaded. Django does this when the attribute is
     * read.
     */
    public final void fetch(String field) {
        quintet.orm.internal.load.FieldLoader.load(this, field);
    }

    /** Loads a field that was left out, by its token: {@code book.fetch(Book_.summary)}. */
    public final void fetch(Token<?> field) {
        fetch(field.path());
    }

    /** The value an annotation gave this row. */
    public final @Nullable Object annotation(String name) {
        if (annotationNames != null && annotationValues != null) {
            for (int i = 0; i < annotationNames.length; i++) {
                if (annotationNames[i].equals(name)) {
                    return annotationValues[i];
                }
            }
        }
        throw new IllegalStateException("This " + getClass().getSimpleName() + " was loaded without the annotation '"
                + name + "'. Add it to the query: .annotate(...).");
    }

    /** All that annotations gave this row, by name. */
    public final java.util.Map<String, Object> annotations() {
        java.util.Map<String, Object> all = new java.util.LinkedHashMap<>();
        if (annotationNames != null && annotationValues != null) {
            for (int i = 0; i < annotationNames.length; i++) {
                all.put(annotationNames[i], annotationValues[i]);
            }
        }
        return all;
    }

    /** Whether the row was loaded with an annotation of this name. */
    public final boolean hasAnnotation(String name) {
        return annotationNames != null && List.of(annotationNames).contains(name);
    }

    /** The same model (or a proxy of it) and the same key; objects without a key are equal to themselves alone. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof KeyedModel<?> model) || !isSameModel(model)) {
            return false;
        }
        Object mine = key();
        return mine != null && mine.equals(model.key());
    }

    private boolean isSameModel(KeyedModel<?> other) {
        return other.getClass() == getClass() || other.meta().concrete() == meta().concrete();
    }

    /**
     * From the key.
     *
     * @throws IllegalStateException for an object without a key, whose hash would change when it is saved
     */
    @Override
    public int hashCode() {
        Object mine = key();
        if (mine == null) {
            throw new IllegalStateException("A " + getClass().getSimpleName()
                    + " without a key cannot be in a HashSet or a map's key: its hash would change on save()."
                    + " Save it first, or use an IdentityHashMap.");
        }
        return Objects.hash(meta().concrete().type(), mine);
    }

    /** {@code Book(7)}; override it with what people should read. */
    @Override
    public String toString() {
        return meta().objectName() + "(" + key() + ")";
    }
}
