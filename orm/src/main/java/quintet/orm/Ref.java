package quintet.orm;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.orm.internal.RowGroup;
import quintet.orm.internal.load.RefLoader;

/**
 * A reference to one object of {@code T}: a foreign key or a one-to-one relation. It holds the key; {@link #get} loads
 * the object, together with those of the rows of the same result ({@link FetchMode}).
 *
 * @param <T> the model it points to
 */
public final class Ref<T> {
    private final Class<T> type;
    private @Nullable Object key;
    private @Nullable T value;
    /** The rows to load together, or the owner whose other end this is, as long as it is not loaded. */
    private @Nullable Object context;

    private int field = -1;
    private boolean loaded;
    private @Nullable String backName;
    private String ownerName = "";

    Ref(Class<T> type) {
        this.type = type;
    }

    /** A reference to an object; it may be saved later, but before the one that refers to it. */
    @SuppressWarnings("unchecked") // an object of T has a class of T
    public static <T> Ref<T> of(T object) {
        Ref<T> ref = new Ref<>((Class<T>) object.getClass());
        ref.value = object;
        ref.loaded = true;
        return ref;
    }

    /** A reference by key, without loading anything. */
    public static <K, T extends KeyedModel<K>> Ref<T> of(Class<T> type, K key) {
        return ofKey(
                type,
                key instanceof java.util.List<?>
                        ? quintet.orm.internal.meta.KeyParts.typed(ModelMeta.of(type), key)
                        : key);
    }

    static <T> Ref<T> ofKey(Class<T> type, Object key) {
        Ref<T> ref = new Ref<>(type);
        ref.key = key;
        return ref;
    }

    static <T> Ref<T> back(Class<T> type, KeyedModel<?> owner, String name) {
        Ref<T> ref = new Ref<>(type);
        ref.context = owner;
        ref.backName = name;
        ref.ownerName = owner.getClass().getSimpleName();
        return ref;
    }

    /** The key a reference holds, with its type; null if it points nowhere. Never queries. */
    @SuppressWarnings({"unchecked", "AmbiguousMethodReference"}) // the key of a T has T's key type
    public static <K, T extends KeyedModel<K>> @Nullable K id(@Nullable Ref<T> ref) {
        return ref == null ? null : (K) ref.id();
    }

    /** The key; null if the reference points nowhere. Never queries (but for the other end of a one-to-one relation). */
    @SuppressWarnings("AmbiguousMethodReference") // the static one adds the type
    public @Nullable Object id() {
        if (backName != null && !loaded) {
            load();
        }
        if (key == null && value instanceof KeyedModel<?> object) {
            return object.key();
        }
        return rawKey();
    }

    /** Whether the reference points to something. */
    public boolean isPresent() {
        return id() != null || value != null;
    }

    /** Whether {@link #get} answers without a query. */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * The object, loaded if it was not yet.
     *
     * @throws NoSuchElementException if the reference points nowhere
     * @throws DoesNotExist if the row it points to is not there
     * @throws RelatedDoesNotExist if it is the other end of a one-to-one relation and nothing points here
     */
    public T get() {
        T found = getOrNull();
        if (found == null && backName != null) {
            throw new RelatedDoesNotExist(ownerName + " has no " + backName + ".");
        }
        if (found == null) {
            throw new NoSuchElementException("The reference to " + type.getSimpleName()
                    + " points nowhere. Ask isPresent() first, or use find().");
        }
        return found;
    }

    /** The object, loaded if it was not yet; empty if the reference points nowhere. */
    public Optional<T> find() {
        return Optional.ofNullable(getOrNull());
    }

    /** The object, loaded if it was not yet; null if the reference points nowhere. */
    public @Nullable T getOrNull() {
        if (!loaded) {
            load();
        }
        return value;
    }

    private void load() {
        if (rawKey() == null && backName == null) {
            return;
        }
        RefLoader.load(this, type, context, field, backName);
    }

    /** The class the reference points to. */
    public Class<T> type() {
        return type;
    }

    void hydrate(@Nullable Object newKey, @Nullable RowGroup group, int ownField) {
        key = newKey;
        value = null;
        loaded = newKey == null;
        context = newKey == null ? null : group;
        field = ownField;
    }

    @SuppressWarnings("unchecked") // the loader gives objects of the type
    void fill(@Nullable Object object) {
        value = (T) object;
        loaded = true;
        context = null;
    }

    /** Forgets the object of the other end of a one-to-one relation. */
    void forget(KeyedModel<?> owner) {
        if (backName != null) {
            loaded = false;
            value = null;
            context = owner;
        }
    }

    /** Forgets the rows it would load with. */
    void leaveGroup() {
        if (context instanceof RowGroup) {
            context = null;
        }
    }

    @Nullable
    Object rawKey() {
        return key instanceof PartialKey ? null : key;
    }

    /** What was set of a key with several fields, some of which may be missing yet. */
    @Nullable
    Object setKey() {
        return key;
    }

    @Nullable
    T rawValue() {
        return value;
    }

    /** The key as a foreign key stores it: the target's key, or the field it names. */
    @Nullable
    Object keyFor(FieldDeclaration declaration) {
        if (value instanceof KeyedModel<?> object) {
            String field = declaration.text("toField");
            Object own =
                    field.isEmpty() ? object.key() : object.meta().field(field).get(object);
            if (own == null) {
                throw new IllegalStateException("Save the " + object.getClass().getSimpleName() + " that "
                        + declaration.name() + " points to first: it has no key yet.");
            }
            return own instanceof Ref<?> ref ? ref.id() : own;
        }
        return rawKey();
    }

    /** References are equal when they point to the same row. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Ref<?> ref) || ref.type != type) {
            return false;
        }
        Object mine = id();
        return mine == null ? sameObject(ref) : mine.equals(ref.id());
    }

    @SuppressWarnings("ReferenceEquality") // objects without a key are equal to themselves alone
    private boolean sameObject(Ref<?> ref) {
        return value != null && value == ref.value;
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, id());
    }

    /** The model's name and the key. */
    @Override
    public String toString() {
        return loaded && value != null ? value.toString() : type.getSimpleName() + "(" + key + ")";
    }
}
