package quintet.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.orm.internal.meta.KeyColumns;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.sql.ValueType;

/**
 * The access of a model that points to keys with several fields: that of its companion, where each such reference is one field,
 * seen as having a column for each part of the key. Other models do without.
 *
 * <p>A reference's own number comes after those of all columns.
 */
final class SplitAccess<M> extends ModelAccess<M> {
    private final ModelAccess<M> plain;
    private final List<FieldDeclaration> columns;
    /** The number of each column's field in the companion. */
    private final int[] source;
    /** The place of each column in its reference's key; -1 for the columns of other fields. */
    private final int[] part;
    /** The numbers in the companion of the references with several columns. */
    private final int[] references;
    /** The number of columns of each field of the companion. */
    private final int[] widths;

    private SplitAccess(
            ModelAccess<M> plain,
            List<FieldDeclaration> columns,
            int[] source,
            int[] part,
            int[] references,
            int[] widths) {
        super(plain.type(), columns, plain.relations());
        this.plain = plain;
        this.columns = columns;
        this.source = source;
        this.part = part;
        this.references = references;
        this.widths = widths;
    }

    /** The access with the columns split, if the model has such references; else the access as it is. */
    static <M> ModelAccess<M> of(ModelAccess<M> access, ModelRegistry registry) {
        Map<Integer, List<FieldDeclaration>> split = new HashMap<>();
        List<FieldDeclaration> declared = access.columns();
        for (int i = 0; i < declared.size(); i++) {
            List<FieldDeclaration> made = KeyColumns.of(declared.get(i), registry);
            if (!made.isEmpty()) {
                split.put(i, made);
            }
        }
        return split.isEmpty() ? access : split(access, split);
    }

    private static <M> ModelAccess<M> split(ModelAccess<M> access, Map<Integer, List<FieldDeclaration>> split) {
        List<FieldDeclaration> columns = new ArrayList<>();
        List<Integer> source = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        int[] widths = new int[access.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            List<FieldDeclaration> made = split.get(i);
            widths[i] = made == null ? 1 : made.size();
            for (int j = 0; j < widths[i]; j++) {
                columns.add(made == null ? access.columns().get(i) : made.get(j));
                source.add(i);
                part.add(made == null ? -1 : j);
            }
        }
        return new SplitAccess<>(
                access,
                List.copyOf(columns),
                source.stream().mapToInt(Integer::intValue).toArray(),
                part.stream().mapToInt(Integer::intValue).toArray(),
                split.keySet().stream().mapToInt(Integer::intValue).sorted().toArray(),
                widths);
    }

    /** The access with each reference as one field. */
    ModelAccess<M> declared() {
        return plain;
    }

    /** The fields as declared: columns, and the references that stand for several of them. */
    List<FieldMeta> whole(ModelMeta<?> model, List<FieldMeta> all) {
        List<FieldMeta> fields = new ArrayList<>();
        int number = columns.size();
        int at = 0;
        for (int i = 0; i < widths.length; i++) {
            if (part[at] < 0) {
                fields.add(all.get(at));
            } else {
                List<FieldMeta> own = List.copyOf(all.subList(at, at + widths[i]));
                fields.add(new FieldMeta(model, plain.columns().get(i), number++, false, own));
            }
            at += widths[i];
        }
        return List.copyOf(fields);
    }

    @Override
    public List<FieldDeclaration> columns() {
        return columns;
    }

    @Override
    public List<FieldDeclaration> relations() {
        return plain.relations();
    }

    @Override
    public M make() {
        return plain.make();
    }

    @Override
    public void init(M object) {
        plain.init(object);
    }

    @Override
    public void read(M object, Cells cells, int at) {
        for (int i = 0; i < columns.size(); i += widths[source[i]]) {
            if (part[i] < 0) {
                plain.read(object, source[i], cells, at + i);
            } else {
                readWhole(object, i, cells, at + i);
            }
        }
    }

    private void readWhole(M object, int first, Cells cells, int at) {
        int width = widths[source[first]];
        @Nullable Object[] values = new Object[width];
        boolean missing = false;
        for (int j = 0; j < width; j++) {
            values[j] = valueType(first + j).read(cells, at + j);
            missing |= values[j] == null;
        }
        put(object, source[first], missing ? null : Collections.unmodifiableList(Arrays.asList(values)), cells);
    }

    @Override
    public void read(M object, int field, Cells cells, int at) {
        if (part[field] < 0) {
            plain.read(object, source[field], cells, at);
        } else {
            put(object, source[field], changed(object, field, valueType(field).read(cells, at)), cells);
        }
    }

    /** Gives a reference another key, which may lack parts yet. */
    private void put(M object, int number, @Nullable Object key, @Nullable Cells cells) {
        if (object instanceof Row) {
            plain.set(object, number, key);
            return;
        }
        FieldDeclaration declaration = plain.columns().get(number);
        if (key == null && declaration.nullable()) {
            plain.set(object, number, null);
            return;
        }
        Class<?> target = Objects.requireNonNull(declaration.value("target", Class.class));
        Ref<?> ref = new Ref<>(target);
        ref.hydrate(key, cells == null ? null : cells.group, number);
        plain.set(object, number, ref);
    }

    /** The key of a reference with one part changed; null if nothing is left. */
    private @Nullable Object changed(M object, int field, @Nullable Object value) {
        int width = widths[source[field]];
        @Nullable Object[] values = new Object[width];
        Object known = setKey(plain.get(object, source[field]));
        List<?> before = known instanceof PartialKey some ? some.parts() : known instanceof List<?> all ? all : null;
        if (before != null && before.size() == width) {
            before.toArray(values);
        }
        values[part[field]] = value;
        List<@Nullable Object> now = Collections.unmodifiableList(Arrays.asList(values));
        if (now.stream().allMatch(Objects::isNull)) {
            return null;
        }
        return now.contains(null) ? new PartialKey(now) : now;
    }

    private static @Nullable Object setKey(@Nullable Object held) {
        if (!(held instanceof Ref<?> ref)) {
            return held;
        }
        Object key = ref.setKey();
        return key == null ? ref.id() : key;
    }

    @Override
    public void write(M object, int field, Parameters parameters) {
        if (part[field] < 0) {
            plain.write(object, source[field], parameters);
            return;
        }
        Object held = plain.get(object, source[field]);
        Object key = held instanceof Ref<?> ref ? ref.keyFor(plain.columns().get(source[field])) : whole(held);
        ValueType type = valueType(field);
        type.bind(parameters, type.prepare(partOf(key, field)));
    }

    /** A key that lacks nothing; else null. */
    private static @Nullable Object whole(@Nullable Object held) {
        return held instanceof PartialKey ? null : held;
    }

    private @Nullable Object partOf(@Nullable Object key, int field) {
        List<?> values = key instanceof PartialKey some ? some.parts() : key instanceof List<?> all ? all : List.of();
        return part[field] < values.size() ? values.get(part[field]) : null;
    }

    @Override
    public @Nullable Object get(M object, int field) {
        if (field >= columns.size()) {
            return whole(plain.get(object, references[field - columns.size()]));
        }
        return part[field] < 0
                ? plain.get(object, source[field])
                : partOf(setKey(plain.get(object, source[field])), field);
    }

    @Override
    public void set(M object, int field, @Nullable Object value) {
        if (field >= columns.size()) {
            plain.set(object, references[field - columns.size()], value);
        } else if (part[field] < 0) {
            plain.set(object, source[field], value);
        } else {
            put(object, source[field], changed(object, field, value), null);
        }
    }

    @Override
    public Object other(M object, int relation) {
        return plain.other(object, relation);
    }

    @Override
    public List<PlainRelation> plainRelations() {
        return plain.plainRelations();
    }

    @Override
    public PlainHandle plain(M object, int relation) {
        return plain.plain(object, relation);
    }

    @Override
    public List<Queries<?>> dependants(M object) {
        return plain.dependants(object);
    }

    @Override
    public @Nullable Manager<M> manager() {
        return plain.manager();
    }

    @Override
    public Map<String, Manager<M>> managers() {
        return plain.managers();
    }

    @Override
    public @Nullable Meta<?> meta() {
        return plain.meta();
    }

    @Override
    public boolean isAbstract() {
        return plain.isAbstract();
    }

    @Override
    public boolean isProxy() {
        return plain.isProxy();
    }
}
