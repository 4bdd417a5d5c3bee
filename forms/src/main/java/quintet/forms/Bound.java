package quintet.forms;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/**
 * A form's fields tied to names, ids and values: to what was sent, or to initial values. Templates show it; it knows
 * the raw data, the errors and what changed.
 */
public final class Bound implements HtmlValue, Iterable<BoundField> {
    private final FormSpec<?> spec;
    private final @Nullable FormData data;
    private final Map<String, List<FieldError>> errors;
    private final Cleaned cleaned;
    private final Map<String, @Nullable Object> initials;
    private final Map<String, BoundField> fields = new LinkedHashMap<>();

    private Bound(
            FormSpec<?> spec,
            @Nullable FormData data,
            Map<String, List<FieldError>> errors,
            Cleaned cleaned,
            Map<String, @Nullable Object> initials) {
        this.spec = spec;
        this.data = data;
        this.errors = errors;
        this.cleaned = cleaned;
        this.initials = initials;
        spec.fields().forEach((name, field) -> fields.put(name, new BoundField(this, name, field)));
    }

    static Bound unbound(FormSpec<?> spec) {
        return new Bound(spec, null, Map.of(), new Cleaned(Map.of()), new LinkedHashMap<>());
    }

    static Bound of(FormSpec<?> spec, FormData data) {
        return new Bound(spec, data, Map.of(), new Cleaned(Map.of()), new LinkedHashMap<>());
    }

    Bound finished(Map<String, List<FieldError>> found, Cleaned values) {
        return new Bound(spec, data, new LinkedHashMap<>(found), values, initials);
    }

    Bound rejected(@Nullable String field, ValidationError error) {
        Errors more = new Errors(fields.keySet());
        errors.forEach((name, list) -> more.found().put(name, new ArrayList<>(list)));
        more.add(field, error);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(cleaned.toMap());
        more.found().keySet().forEach(values::remove);
        return finished(more.found(), new Cleaned(values));
    }

    FormSpec<?> spec() {
        return spec;
    }

    /** What was sent; nothing at all before. */
    FormData sent() {
        return data == null ? FormData.EMPTY : data;
    }

    /** Whether something was sent. */
    public boolean isBound() {
        return data != null;
    }

    /** What was sent; null before. */
    public @Nullable FormData data() {
        return data;
    }

    /** The values that passed their checks. */
    public Cleaned cleaned() {
        return cleaned;
    }

    /** A name with the form's prefix. */
    public String addPrefix(String name) {
        return spec.prefix().isEmpty() ? name : spec.prefix() + "-" + name;
    }

    /** The form's prefix, or "". */
    public String prefix() {
        return spec.prefix();
    }

    @Nullable
    Object initial(String name, FieldSpec<?> field) {
        if (!initials.containsKey(name)) {
            Map<String, @Nullable Object> given = spec.initialValues();
            Object value = given.containsKey(name) ? given.get(name) : field.initial();
            initials.put(name, value instanceof Supplier<?> supplier ? supplier.get() : value);
        }
        return initials.get(name);
    }

    // ---- fields ----

    /**
     * A field.
     *
     * @throws IllegalArgumentException if there is none by that name; the message lists those there are
     */
    public BoundField field(String name) {
        BoundField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("The form has no field \"" + name + "\". Its fields are: "
                    + String.join(", ", fields.keySet()) + ".");
        }
        return field;
    }

    /** A field, or null. */
    public @Nullable BoundField find(String name) {
        return fields.get(name);
    }

    /** All fields, hidden ones too. */
    public List<BoundField> fields() {
        return List.copyOf(fields.values());
    }

    /** The fields people see. */
    public List<BoundField> visibleFields() {
        return fields.values().stream().filter(field -> !field.isHidden()).toList();
    }

    /** The fields people don't see. */
    public List<BoundField> hiddenFields() {
        return fields.values().stream().filter(BoundField::isHidden).toList();
    }

    @Override
    public Iterator<BoundField> iterator() {
        return fields().iterator();
    }

    // ---- errors ----

    /** The errors by field. */
    public ErrorMap errors() {
        Map<String, ErrorList> lists = new LinkedHashMap<>();
        errors.keySet().forEach(name -> lists.put(name, errorList(name)));
        return new ErrorMap(lists);
    }

    /** The errors of a field; empty if there are none. */
    ErrorList errorList(String name) {
        boolean whole = name.equals(ValidationError.NON_FIELD_ERRORS);
        BoundField field = fields.get(name);
        return new ErrorList(
                errors.getOrDefault(name, List.of()),
                whole ? "nonfield" : "",
                field == null ? "" : field.autoId(),
                spec.renderer());
    }

    /** The errors that belong to no single field. */
    public ErrorList nonFieldErrors() {
        return errorList(ValidationError.NON_FIELD_ERRORS);
    }

    /** Whether a field has an error with the code; null for any. */
    public boolean hasError(String field, @Nullable String code) {
        return errors().has(field, code);
    }

    /** What stands above the form: errors of no field, and those of hidden fields. */
    public ErrorList topErrors() {
        List<FieldError> all = new ArrayList<>(nonFieldErrors().data());
        for (BoundField field : hiddenFields()) {
            for (String message : field.errors()) {
                all.add(new FieldError("(Hidden field " + field.name() + ") " + message, ""));
            }
        }
        return new ErrorList(all, "nonfield", "", spec.renderer());
    }

    // ---- changes ----

    /** The names of the fields whose value differs from the initial one. */
    public List<String> changedData() {
        return fields.values().stream()
                .filter(BoundField::hasChanged)
                .map(BoundField::name)
                .toList();
    }

    /** Whether any field's value differs from the initial one. */
    public boolean hasChanged() {
        return fields.values().stream().anyMatch(BoundField::hasChanged);
    }

    // ---- output ----

    /** Whether the form's element needs {@code enctype="multipart/form-data"}. */
    public boolean isMultipart() {
        return fields.values().stream().anyMatch(field -> field.widget().needsMultipart());
    }

    /** The style sheets and scripts of the widgets. */
    public Media media() {
        Media all = Media.EMPTY;
        for (BoundField field : fields.values()) {
            all = all.plus(field.widget().media());
        }
        return all;
    }

    private SafeString render(FormRenderer.Layout layout) {
        return SafeString.of(spec.renderer().form(layout, this));
    }

    /** A {@code <div>} for each field. */
    public SafeString asDiv() {
        return render(FormRenderer.Layout.DIV);
    }

    /** A {@code <p>} for each field. */
    public SafeString asP() {
        return render(FormRenderer.Layout.P);
    }

    /** An {@code <li>} for each field. */
    public SafeString asUl() {
        return render(FormRenderer.Layout.UL);
    }

    /** A table row for each field. */
    public SafeString asTable() {
        return render(FormRenderer.Layout.TABLE);
    }

    /** The form in its own layout. */
    @Override
    public SafeString html() {
        return render(spec.layout());
    }

    @Override
    public String toString() {
        return html().toString();
    }
}
