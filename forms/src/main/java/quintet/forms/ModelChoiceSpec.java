package quintet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.NumberText;
import quintet.fields.PythonText;
import quintet.forms.internal.Addresses;
import quintet.orm.FieldMeta;
import quintet.orm.KeyText;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.orm.Ref;

/**
 * A field whose value is a row of a query, or several rows (Django's {@code ModelChoiceField},
 * {@code ModelMultipleChoiceField}). The query runs when the form is shown and when a value is checked. Keys with several fields are
 * sent as {@link KeyText} writes them.
 */
public final class ModelChoiceSpec extends FieldSpec<ModelChoiceSpec> {
    private final boolean multiple;
    private Supplier<? extends Queries<?>> queries;
    private String toField = "pk";
    private @Nullable CharSequence emptyLabel = "- Select an option -";
    private Function<Object, ?> labels = String::valueOf;

    ModelChoiceSpec(boolean multiple, Supplier<? extends Queries<?>> queries) {
        this.multiple = multiple;
        this.queries = queries;
    }

    /** The rows offered. */
    public ModelChoiceSpec queryset(Queries<?> rows) {
        ModelChoiceSpec copy = copy();
        copy.queries = () -> rows;
        return copy;
    }

    /** The label of "nothing chosen"; null for no such choice. */
    public ModelChoiceSpec emptyLabel(@Nullable CharSequence label) {
        ModelChoiceSpec copy = copy();
        copy.emptyLabel = label;
        return copy;
    }

    /** The field whose value is sent instead of the primary key. */
    public ModelChoiceSpec toField(String name) {
        ModelChoiceSpec copy = copy();
        copy.toField = name;
        return copy;
    }

    /** Makes a row's label; its {@code toString} unless set (Django's {@code label_from_instance}). */
    public <M> ModelChoiceSpec labels(Class<M> type, Function<? super M, ?> label) {
        ModelChoiceSpec copy = copy();
        copy.labels = row -> label.apply(type.cast(row));
        return copy;
    }

    private QuerySet<?> rows() {
        return queries.get().all();
    }

    private ModelMeta<?> model() {
        return ModelMeta.of(rows().type());
    }

    /** Whether rows are named by keys with several fields. */
    private boolean isComposite() {
        return toField.equals("pk") && model().hasCompositeKey();
    }

    private FieldMeta keyField() {
        ModelMeta<?> model = model();
        return toField.equals("pk") ? model.key() : model.field(toField);
    }

    @Override
    protected Widget defaultWidget() {
        return multiple ? Widgets.selectMultiple() : Widgets.select();
    }

    @Override
    protected Widget hiddenWidget() {
        return multiple ? Widgets.multipleHidden() : super.hiddenWidget();
    }

    @Override
    protected Widget adapt(Widget plain) {
        return plain instanceof ChoiceWidget select ? select.choices(new Offered()) : plain;
    }

    /** The rows as choices; the query runs once, when they are first looked at. */
    private final class Offered implements Iterable<ChoiceItem> {
        private @Nullable List<ChoiceItem> items;

        @Override
        public Iterator<ChoiceItem> iterator() {
            List<ChoiceItem> known = items;
            if (known == null) {
                known = load();
                items = known;
            }
            return known.iterator();
        }

        private List<ChoiceItem> load() {
            List<ChoiceItem> all = new ArrayList<>();
            if (offersNothing()) {
                all.add(ChoiceItem.of("", String.valueOf(emptyLabel)));
            }
            FieldMeta key = keyField();
            for (Object row : rows()) {
                all.add(ChoiceItem.of(keyOf(row, key), labels.apply(row)));
            }
            return all;
        }
    }

    private boolean offersNothing() {
        return !multiple && emptyLabel != null && !(isRequired() && initial() != null);
    }

    private static @Nullable Object keyOf(Object row, FieldMeta key) {
        return key.isPrimaryKey() ? plain(((KeyedModel<?>) row).key()) : key.get((KeyedModel<?>) row);
    }

    /** A key as it is sent: that with several fields as a text. */
    private static @Nullable Object plain(@Nullable Object key) {
        return key instanceof List<?> ? KeyText.of(key) : key;
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid_choice" ->
                multiple
                        ? "Select a valid choice. %(value)s is not one of the available choices."
                        : "Select a valid choice. That choice is not one of the available choices.";
            case "invalid_list" -> "Enter a list of values.";
            case "invalid_pk_value" -> "“%(pk)s” is not a valid value.";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return switch (value) {
            case KeyedModel<?> row -> keyOf(row, keyField());
            case Ref<?> ref -> plain(ref.id());
            case List<?> key when isKey(key) -> KeyText.of(key);
            case Queries<?> query -> prepare(query.list());
            case Collection<?> many -> {
                List<@Nullable Object> keys = new ArrayList<>();
                many.forEach(one -> keys.add(prepare(one)));
                yield keys;
            }
            case null, default -> value;
        };
    }

    /** Whether a list is one key with several fields rather than several rows. */
    private boolean isKey(List<?> list) {
        return !list.isEmpty()
                && !(multiple && list.stream().allMatch(one -> one instanceof String))
                && list.stream().noneMatch(one -> one instanceof KeyedModel<?> || one instanceof Collection<?>)
                && isComposite();
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (isEmpty(raw)) {
            return multiple ? List.of() : null;
        }
        if (!multiple) {
            Object key = key(raw);
            Object row =
                    key == null ? null : rows().filter(toField, key).first().orElse(null);
            if (row == null) {
                throw error("invalid_choice", Map.of("value", PythonText.of(raw)));
            }
            return row;
        }
        if (!(raw instanceof Collection<?> sent)) {
            throw error("invalid_list");
        }
        return found(sent);
    }

    private List<Object> found(Collection<?> sent) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Object one : sent) {
            Object key = key(one);
            if (key == null) {
                throw error("invalid_pk_value", Map.of("pk", PythonText.of(one)));
            }
            keys.put(PythonText.of(one), key);
        }
        FieldMeta field = keyField();
        List<Object> found = new ArrayList<>();
        Set<Object> present = new HashSet<>();
        for (Object row : rows().filter(toField + "__in", List.copyOf(keys.values()))) {
            found.add(row);
            present.add(PythonText.of(keyOf(row, field)));
        }
        for (Map.Entry<String, Object> key : keys.entrySet()) {
            if (!present.contains(PythonText.of(plain(key.getValue())))) {
                throw error("invalid_choice", Map.of("value", key.getKey()));
            }
        }
        return found;
    }

    /** The key in the column's type; null if the text cannot be one. */
    private @Nullable Object key(@Nullable Object raw) {
        Object plain = prepare(raw);
        if (!(plain instanceof String text)) {
            return plain;
        }
        if (isComposite()) {
            return KeyText.read(model(), text).orElse(null);
        }
        FieldMeta field = keyField();
        if (field.kind().isInteger()) {
            Number number = NumberText.integer(text);
            return number instanceof Long ? number : null;
        }
        return switch (field.kind()) {
            case UUID -> Addresses.uuid(text);
            case DECIMAL -> NumberText.decimal(text);
            default -> text.indexOf('\0') >= 0 ? null : text;
        };
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (isDisabled()) {
            return false;
        }
        if (multiple) {
            return !texts(initialValue).equals(texts(data));
        }
        Object before = prepare(initialValue);
        return !PythonText.of(before == null ? "" : before).equals(sent(data));
    }

    /** What was sent; a key with several fields as it would be shown. */
    private String sent(@Nullable Object data) {
        Object key = data instanceof String text && !text.isEmpty() && isComposite() ? plain(key(text)) : null;
        return PythonText.of(key != null ? key : data == null ? "" : data);
    }

    private Set<String> texts(@Nullable Object value) {
        Set<String> texts = new HashSet<>();
        if (prepare(value) instanceof Collection<?> many) {
            many.forEach(one -> texts.add(sent(one)));
        }
        return texts;
    }
}
