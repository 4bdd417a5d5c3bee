package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.fields.OnDelete;
import quintet.orm.internal.migrations.FieldOptions;

/**
 * A model field as a migration knows it: a Django field class name and the options that differ from its defaults. An immutable
 * value; each method returns a changed copy. Made by the factories of {@link MigrationFields}.
 *
 * <p>Options are kept under Django's names ({@code max_length}, {@code db_column}), because table layout, names of indexes and the
 * comparison of states are defined in these terms.
 */
@CheckReturnValue
public final class FieldState {
    private final String type;
    private final Map<String, @Nullable Object> options;

    private FieldState(String type, Map<String, @Nullable Object> options) {
        this.type = type;
        this.options = options;
    }

    /**
     * A field of a Django class name ({@code "CharField"}) with options under Django's names. Options equal to the class's defaults
     * are dropped and the rest is brought into Django's order, so that equal fields are equal values.
     */
    public static FieldState of(String type, Map<String, ? extends @Nullable Object> options) {
        return new FieldState(type, Collections.unmodifiableMap(FieldOptions.normalize(type, options)));
    }

    /** The Django class name, such as {@code CharField}. */
    public String type() {
        return type;
    }

    /** The options that differ from the defaults, in Django's order. */
    public Map<String, @Nullable Object> options() {
        return options;
    }

    /** The value of an option, or null when it stands at its default. */
    public @Nullable Object option(String name) {
        return options.get(name);
    }

    /** Whether a boolean option is set; {@code otherwise} when it is not given. */
    public boolean flag(String name, boolean otherwise) {
        Object value = options.get(name);
        return value instanceof Boolean b ? b : otherwise;
    }

    /** Whether the option is given at all (a default of null counts). */
    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** A copy with one option changed, under its Django name. */
    public FieldState with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(options);
        changed.put(name, value);
        return of(type, changed);
    }

    /** A copy without the option. */
    public FieldState without(String name) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(options);
        changed.remove(name);
        return of(type, changed);
    }

    /** {@code null=True}: the column takes NULL. */
    public FieldState nullable() {
        return with("null", true);
    }

    /** {@code blank=True}: validation accepts an empty value. */
    public FieldState blank() {
        return with("blank", true);
    }

    /** {@code unique=True}. */
    public FieldState unique() {
        return with("unique", true);
    }

    /** {@code primary_key=True}. */
    public FieldState primaryKey() {
        return with("primary_key", true);
    }

    /** {@code db_index=True}. */
    public FieldState dbIndex() {
        return with("db_index", true);
    }

    /** {@code db_index=...}: slug fields and foreign keys have an index unless this is false. */
    public FieldState dbIndex(boolean index) {
        return with("db_index", index);
    }

    /** {@code default=...}: the value new rows get from the application, and existing rows when the column is added. */
    public FieldState defaultValue(@Nullable Object value) {
        return with("default", value);
    }

    /**
     * A default computed for each row, known by name: {@code now}, {@code today}, {@code uuid4}, {@code dict} (an empty JSON object),
     * {@code list} (an empty JSON array).
     */
    public FieldState defaultCall(String function) {
        return with("default", new Call(function));
    }

    /** {@code db_default=...}: a default the database computes; a plain value or a {@link SchemaExpr}. */
    public FieldState dbDefault(Object value) {
        return with("db_default", value);
    }

    /** {@code choices=...}: value, label, value, label and so on. */
    public FieldState choices(Object... valuesAndLabels) {
        if (valuesAndLabels.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "choices(...) takes pairs of value and label; the last value has no label");
        }
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            pairs.add(List.of(valuesAndLabels[i], valuesAndLabels[i + 1]));
        }
        return with("choices", List.copyOf(pairs));
    }

    /** {@code choices=...} with a callable, by the name of the class that makes them. */
    public FieldState choicesCall(String source) {
        return with("choices", new Call(source));
    }

    /** {@code limit_choices_to=...}: lookup, value, lookup, value and so on. */
    public FieldState limitChoicesTo(Object... lookupsAndValues) {
        if (lookupsAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "limitChoicesTo(...) takes pairs of lookup and value; the last lookup has no value");
        }
        Map<String, @Nullable Object> limit = new LinkedHashMap<>();
        for (int i = 0; i < lookupsAndValues.length; i += 2) {
            limit.put(String.valueOf(lookupsAndValues[i]), lookupsAndValues[i + 1]);
        }
        return with("limit_choices_to", Collections.unmodifiableMap(limit));
    }

    /** {@code limit_choices_to=...} with a callable, by the name of the class that makes it. */
    public FieldState limitChoicesToCall(String source) {
        return with("limit_choices_to", new Call(source));
    }

    /** {@code upload_to=...} with a callable, by the name of its class. */
    public FieldState uploadToCall(String function) {
        return with("upload_to", new Call(function));
    }

    /** {@code storage=...} with a callable, by the name of its class. */
    public FieldState storageCall(String storage) {
        return with("storage", new Call(storage));
    }

    /** {@code validators=[...]}, by the names of their classes. */
    public FieldState validators(String... classes) {
        return with("validators", Arrays.stream(classes).map(Call::new).toList());
    }

    /** One of the {@code error_messages=...}. */
    public FieldState errorMessage(String code, String message) {
        Map<Object, Object> messages = new LinkedHashMap<>();
        if (options.get("error_messages") instanceof Map<?, ?> given) {
            messages.putAll(given);
        }
        messages.put(code, message);
        return with("error_messages", Collections.unmodifiableMap(messages));
    }

    /** {@code verbose_name=...}. */
    public FieldState verboseName(String name) {
        return with("verbose_name", name);
    }

    /** {@code help_text=...}. */
    public FieldState helpText(String text) {
        return with("help_text", text);
    }

    /** {@code editable=False}. */
    public FieldState notEditable() {
        return with("editable", false);
    }

    /** {@code db_column=...}: the column's name where it is not derived from the field's. */
    public FieldState dbColumn(String column) {
        return with("db_column", column);
    }

    /**
     * The columns' names of a reference to a key with several fields, in the order of the key, where they are not derived from the
     * field's name and the columns of the key. (Django has no such references.)
     */
    public FieldState dbColumns(String... columns) {
        return with("db_columns", List.of(columns));
    }

    /** {@code db_comment=...}: stored in databases that keep comments. */
    public FieldState dbComment(String comment) {
        return with("db_comment", comment);
    }

    /** {@code db_collation=...}. */
    public FieldState dbCollation(String collation) {
        return with("db_collation", collation);
    }

    /** {@code max_length=...} in characters. */
    public FieldState maxLength(int characters) {
        return with("max_length", characters);
    }

    /** {@code auto_now=True}: set at each save. */
    public FieldState autoNow() {
        return with("auto_now", true);
    }

    /** {@code auto_now_add=True}: set when the row is created. */
    public FieldState autoNowAdd() {
        return with("auto_now_add", true);
    }

    /** {@code on_delete=...} of a relation. */
    public FieldState onDelete(OnDelete rule) {
        return with("on_delete", rule.name());
    }

    /** {@code related_name=...}. */
    public FieldState relatedName(String name) {
        return with("related_name", name);
    }

    /** {@code related_query_name=...}. */
    public FieldState relatedQueryName(String name) {
        return with("related_query_name", name);
    }

    /** {@code to_field=...}: the field of the other model the key points to. */
    public FieldState toField(String field) {
        return with("to_field", field);
    }

    /** {@code db_constraint=False}: the database does not check the relation. */
    public FieldState withoutDbConstraint() {
        return with("db_constraint", false);
    }

    /** {@code parent_link=True}, with the options of the key that joins a child model to its parent. */
    public FieldState parentLink() {
        return with("auto_created", true)
                .with("parent_link", true)
                .with("primary_key", true)
                .with("serialize", false);
    }

    /** {@code db_table=...} of a many-to-many relation. */
    public FieldState dbTable(String table) {
        return with("db_table", table);
    }

    /** {@code through=...} of a many-to-many relation: the model ({@code "app.Model"}) that holds the pairs. */
    public FieldState through(String model) {
        return with("through", model);
    }

    /** {@code through_fields=(...)}. */
    public FieldState throughFields(String here, String there) {
        return with("through_fields", List.of(here, there));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldState f && f.type.equals(type) && f.options.equals(options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, options);
    }

    @Override
    public String toString() {
        return type + options;
    }

    /** A function or class by its name: what computes a default, makes choices or a limit, or validates. */
    public record Call(String name) {}
}
