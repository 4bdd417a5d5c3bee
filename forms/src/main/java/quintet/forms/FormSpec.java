package quintet.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.forms.internal.Companions;
import quintet.forms.internal.JavaRenderer;
import quintet.http.Request;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.Token;

/**
 * A form as a value: its fields and what it makes of them. Immutable, so it can be a constant; what differs from
 * request to request is set on a copy.
 *
 * <pre>{@code
 * static final FormSpec<ReviewForm> REVIEW = FormSpec.of(ReviewForm.class);
 * ...
 * switch (REVIEW.initial(ReviewForm_.stars, 3).read(data)) { ... }
 * }</pre>
 *
 * @param <T> what the form makes of valid values
 */
public final class FormSpec<T> implements Cloneable {
    private FormTarget<T> target;
    private FieldTable fields;
    private Map<String, @Nullable Object> initial = Map.of();
    private Map<String, FieldCheck> checks = Map.of();
    private List<BiConsumer<Cleaned, Errors>> rules = List.of();
    private List<String> order = List.of();
    private String prefix = "";
    private String autoId = "id_%s";
    private String labelSuffix = ":";
    private String errorClass = "";
    private String requiredClass = "";
    private boolean useRequired = true;
    private boolean emptyPermitted;
    private FormRenderer renderer = JavaRenderer.INSTANCE;
    private FormRenderer.Layout layout = FormRenderer.Layout.DIV;

    private FormSpec(FormTarget<T> target) {
        this.target = target;
        this.fields = new FieldTable(target::fields);
        this.checks = target.checks();
    }

    /**
     * The form of a record whose components have field annotations.
     *
     * @throws IllegalArgumentException if the processor did not run for it; the message says how to switch it on
     */
    public static <R extends Record> FormSpec<R> of(Class<R> record) {
        return new FormSpec<>(Companions.of(record));
    }

    /**
     * The form of a model with these of its fields, in this order (Django's {@code ModelForm}). A valid one holds the
     * instance, with the values set and checked but not saved.
     */
    @SafeVarargs
    public static <M extends KeyedModel<?>> FormSpec<M> of(
            Class<M> model, Token<? super M> first, Token<? super M>... more) {
        List<String> names = new ArrayList<>();
        names.add(first.path());
        for (Token<? super M> token : more) {
            names.add(token.path());
        }
        return new FormSpec<>(new ModelTarget<>(model, names, null));
    }

    /** The form of a model with all its editable fields (Django's {@code fields = "__all__"}). */
    public static <M extends KeyedModel<?>> FormSpec<M> allOf(Class<M> model) {
        return of(model, List.of());
    }

    /** The form of a model with the fields of these names; all editable ones if there are none. */
    public static <M extends KeyedModel<?>> FormSpec<M> of(Class<M> model, List<String> names) {
        return new FormSpec<>(new ModelTarget<>(model, List.copyOf(names), null));
    }

    /** A form with fields chosen at run time; it makes the values by name. */
    public static FormSpec<Cleaned> of(Map<String, ? extends FieldSpec<?>> fields) {
        Map<String, FieldSpec<?>> copy = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        return new FormSpec<>(new FormTarget<>() {
            @Override
            public Map<String, FieldSpec<?>> fields() {
                return copy;
            }

            @Override
            public Cleaned make(Cleaned cleaned) {
                return cleaned;
            }

            @Override
            public Map<String, @Nullable Object> values(Cleaned value) {
                return value.toMap();
            }

            @Override
            public boolean makesPartial() {
                return true;
            }

            @Override
            public boolean makesEmpty() {
                return true;
            }
        });
    }

    /** A form with a target of its own. */
    public static <T> FormSpec<T> of(FormTarget<T> target) {
        return new FormSpec<>(target);
    }

    // ---- adjustments: each returns a changed copy ----

    private FormSpec<T> with(java.util.function.Consumer<FormSpec<T>> change) {
        try {
            @SuppressWarnings("unchecked")
            FormSpec<T> copy = (FormSpec<T>) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The value a component shows first. */
    public <V> FormSpec<T> initial(FormField<? super T, V> field, @Nullable V value) {
        return initial(field.name(), value);
    }

    /** The value a field shows first; a {@link java.util.function.Supplier} is asked anew for each form. */
    public FormSpec<T> initial(String field, @Nullable Object value) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put(field, value);
        return initial(one);
    }

    /** The values fields show first; names without a field are ignored. */
    public FormSpec<T> initial(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(initial);
        all.putAll(values);
        return with(copy -> copy.initial = all);
    }

    /** The values of an object, to show first. */
    public FormSpec<T> initialFrom(T object) {
        return initial(target.values(object));
    }

    /** A model form that changes this row, and shows its values first (Django's {@code instance}). */
    public FormSpec<T> instance(T object) {
        FormSpec<T> filled = initialFromUnder(object);
        return filled.with(copy -> copy.target = target.on(object));
    }

    /** What was set with {@code initial} wins over the object's values. */
    private FormSpec<T> initialFromUnder(T object) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(target.values(object));
        all.putAll(initial);
        return initial(all);
    }

    /** A changed field; {@code change} gets the present one. */
    public FormSpec<T> field(String name, Function<FieldSpec<?>, FieldSpec<?>> change) {
        return changed(all -> {
            FieldSpec<?> present = all.get(name);
            if (present == null) {
                throw noField(name, all);
            }
            all.put(name, change.apply(present));
            return all;
        });
    }

    /** A further field, after the others; its value is in {@link Bound#cleaned}. */
    public FormSpec<T> add(String name, FieldSpec<?> field) {
        return changed(all -> {
            all.put(name, field);
            return all;
        });
    }

    /** A wrong name shows at once, unless looking would load a model too early. */
    private FormSpec<T> changed(UnaryOperator<Map<String, FieldSpec<?>>> change) {
        FieldTable table = fields.then(change);
        if (!target.isLazy()) {
            table.get();
        }
        return with(copy -> copy.fields = table);
    }

    private static IllegalArgumentException noField(String name, Map<String, FieldSpec<?>> fields) {
        return new IllegalArgumentException(
                "The form has no field \"" + name + "\". Its fields are: " + String.join(", ", fields.keySet()) + ".");
    }

    /** Other choices for a choice field. */
    public FormSpec<T> choices(String field, Iterable<? extends ChoiceItem> choices) {
        return field(field, present -> {
            if (present instanceof ChoiceSpec choice) {
                return choice.choices(choices);
            }
            throw new IllegalArgumentException("The field \"" + field + "\" has no choices to replace: it is no choice"
                    + " field. Give its component an enum type, or use Fields.choiceField().");
        });
    }

    /** Other choices for a component. */
    public FormSpec<T> choices(FormField<? super T, ?> field, Iterable<? extends ChoiceItem> choices) {
        return choices(field.name(), choices);
    }

    /** Other rows for a field that chooses among rows. */
    public FormSpec<T> queryset(String field, Queries<?> rows) {
        return field(field, present -> {
            if (present instanceof ModelChoiceSpec choice) {
                return choice.queryset(rows);
            }
            throw new IllegalArgumentException("The field \"" + field + "\" does not choose among rows. Only relations"
                    + " and Fields.modelChoiceField(...) take a query set.");
        });
    }

    /** Other rows for a relation of a model form. */
    public FormSpec<T> queryset(Token<? super T> field, Queries<?> rows) {
        return queryset(field.path(), rows);
    }

    /** The value a field of a model form shows first. */
    public FormSpec<T> initial(Token<? super T> field, @Nullable Object value) {
        return initial(field.path(), value);
    }

    /** Another widget for a field of a model form. */
    public FormSpec<T> widget(Token<? super T> field, Widget widget) {
        return widget(field.path(), widget);
    }

    /** Another label for a field of a model form. */
    public FormSpec<T> label(Token<? super T> field, CharSequence label) {
        return label(field.path(), label);
    }

    /** Another widget for a field. */
    public FormSpec<T> widget(String field, Widget widget) {
        return field(field, present -> present.widget(widget));
    }

    /** Another widget for a component. */
    public FormSpec<T> widget(FormField<? super T, ?> field, Widget widget) {
        return widget(field.name(), widget);
    }

    /** Another label for a field. */
    public FormSpec<T> label(String field, CharSequence label) {
        return field(field, present -> present.label(label));
    }

    /** Another label for a component. */
    public FormSpec<T> label(FormField<? super T, ?> field, CharSequence label) {
        return label(field.name(), label);
    }

    /** Without these fields; a record's component is then null (or false), which must be allowed. */
    public FormSpec<T> without(String... names) {
        return changed(all -> {
            for (String name : names) {
                if (all.remove(name) == null) {
                    throw noField(name, all);
                }
            }
            return all;
        });
    }

    /** What stands before each name, with a hyphen, so that several forms fit on one page. */
    public FormSpec<T> prefix(String text) {
        return with(copy -> copy.prefix = text);
    }

    /** The pattern of ids, {@code id_%s}; empty for none. */
    public FormSpec<T> autoId(String pattern) {
        return with(copy -> copy.autoId = pattern);
    }

    /** What stands after labels; ":" unless set. */
    public FormSpec<T> labelSuffix(String text) {
        return with(copy -> copy.labelSuffix = text);
    }

    /** The CSS class around a field with errors. */
    public FormSpec<T> errorCssClass(String name) {
        return with(copy -> copy.errorClass = name);
    }

    /** The CSS class around and on the label of a required field. */
    public FormSpec<T> requiredCssClass(String name) {
        return with(copy -> copy.requiredClass = name);
    }

    /** Whether required inputs get the {@code required} attribute; true unless set. */
    public FormSpec<T> useRequiredAttribute(boolean use) {
        return with(copy -> copy.useRequired = use);
    }

    /** Whether a form nobody touched passes without its required values. */
    public FormSpec<T> emptyPermitted(boolean permitted) {
        return with(copy -> copy.emptyPermitted = permitted);
    }

    /** These fields first, in this order; unknown names are ignored. */
    public FormSpec<T> order(String... names) {
        return with(copy -> copy.order = List.of(names));
    }

    /** Another renderer, such as one that uses templates. */
    public FormSpec<T> renderer(FormRenderer other) {
        return with(copy -> copy.renderer = other);
    }

    /** How {@code {{ form }}} lays the fields out; DIV unless set. */
    public FormSpec<T> layout(FormRenderer.Layout other) {
        return with(copy -> copy.layout = other);
    }

    /** A check of one field after its own ones (Django's {@code clean_<field>}). */
    public FormSpec<T> check(String field, FieldCheck check) {
        Map<String, FieldCheck> all = new LinkedHashMap<>(checks);
        all.put(field, check);
        return with(copy -> copy.checks = all);
    }

    /**
     * A check of the whole form (Django's {@code clean}). It runs even if fields have errors: test
     * {@link Cleaned#has}.
     */
    public FormSpec<T> rule(BiConsumer<Cleaned, Errors> rule) {
        List<BiConsumer<Cleaned, Errors>> all = new ArrayList<>(rules);
        all.add(rule);
        return with(copy -> copy.rules = List.copyOf(all));
    }

    // ---- use ----

    /** The form without data: what a GET shows. */
    public Form.Unbound<T> unbound() {
        return new Form.Unbound<>(Bound.unbound(this));
    }

    /** The form with what was sent, checked. */
    public Form<T> read(FormData data) {
        return new Cleaning<>(this, data).run();
    }

    /**
     * The form of a request: with what was sent and checked for POST, PUT and PATCH, without data for other methods.
     */
    public Form<T> read(Request request) {
        return FormData.isSubmission(request) ? read(FormData.of(request)) : unbound();
    }

    /** Several of this form on one page. */
    public FormSetSpec<T> many() {
        return FormSetSpec.of(this);
    }

    /** Several of this form on one page, with {@code extra} empty ones and at most {@code max} in all. */
    public FormSetSpec<T> many(int extra, int max) {
        return many().extra(extra).max(max);
    }

    /** The fields by name, in the order they are shown. */
    public Map<String, FieldSpec<?>> fields() {
        Map<String, FieldSpec<?>> all = fields.get();
        if (order.isEmpty()) {
            return all;
        }
        Map<String, FieldSpec<?>> sorted = new LinkedHashMap<>();
        order.stream().filter(all::containsKey).forEach(name -> sorted.put(name, all.get(name)));
        all.forEach(sorted::putIfAbsent);
        return sorted;
    }

    FormTarget<T> target() {
        return target;
    }

    Map<String, @Nullable Object> initialValues() {
        return initial;
    }

    Map<String, FieldCheck> checks() {
        return checks;
    }

    List<BiConsumer<Cleaned, Errors>> rules() {
        return rules;
    }

    String prefix() {
        return prefix;
    }

    String autoId() {
        return autoId;
    }

    String labelSuffix() {
        return labelSuffix;
    }

    String errorCssClass() {
        return errorClass;
    }

    String requiredCssClass() {
        return requiredClass;
    }

    boolean usesRequiredAttribute() {
        return useRequired;
    }

    boolean permitsEmpty() {
        return emptyPermitted;
    }

    FormRenderer renderer() {
        return renderer;
    }

    FormRenderer.Layout layout() {
        return layout;
    }
}
