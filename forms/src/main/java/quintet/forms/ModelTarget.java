package quintet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.forms.internal.Declared;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;

/**
 * The target of a model form: it sets the values on an instance, checks it and saves it (Django's {@code ModelForm}).
 *
 * @param <M> the model
 */
final class ModelTarget<M extends KeyedModel<?>> implements FormTarget<M> {
    private final Class<M> type;
    private final List<String> names;
    private final @Nullable M instance;

    ModelTarget(Class<M> type, List<String> names, @Nullable M instance) {
        this.type = type;
        this.names = names;
        this.instance = instance;
    }

    private ModelMeta<M> meta() {
        return ModelMeta.of(type);
    }

    private List<String> names() {
        return names.isEmpty() ? allNames(type) : names;
    }

    @Override
    public boolean isLazy() {
        return true;
    }

    /** The editable fields of a model in order, columns first (Django's {@code __all__}). */
    static List<String> allNames(Class<?> type) {
        List<String> names = new ArrayList<>();
        ModelMeta<?> meta = ModelMeta.of(type);
        for (FieldMeta field : meta.declaredColumns()) {
            if (isOffered(field)) {
                names.add(field.name());
            }
        }
        for (FieldMeta field : meta.manyToMany()) {
            if (field.isEditable() && !field.isBack()) {
                names.add(field.name());
            }
        }
        return names;
    }

    private static boolean isOffered(FieldMeta field) {
        return field.isEditable()
                && !field.kind().isAuto()
                && Declared.hasInput(field.declaration())
                && !field.isAutoNow()
                && !field.isAutoNowAdd();
    }

    @Override
    public Map<String, FieldSpec<?>> fields() {
        Map<String, FieldSpec<?>> fields = new LinkedHashMap<>();
        for (String name : names()) {
            FieldMeta field = meta().field(name);
            if (!field.isEditable() || field.isAutoNow() || field.isAutoNowAdd()) {
                throw new IllegalArgumentException("The field " + field.name() + " of " + meta().objectName()
                        + " cannot be part of a form: it is not editable.");
            }
            fields.put(field.name(), formField(field));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static FieldSpec<?> formField(FieldMeta field) {
        FieldSpec<?> made = field.isRelation() ? relation(field) : plain(field);
        if (made.label() == null) {
            made = made.label(Declared.capital(field.verboseName()));
        }
        return made.helpText().length() == 0 ? made.helpText(field.helpText()) : made;
    }

    private static FieldSpec<?> plain(FieldMeta field) {
        boolean hasDefault = field.hasDefault();
        FieldSpec<?> made = Declared.ofModelField(field.declaration(), field.isBlank(), field.isBlank() || !hasDefault);
        return hasDefault && made.initial() == null
                ? made.initial((Supplier<@Nullable Object>) field::defaultValue)
                : made;
    }

    private static FieldSpec<?> relation(FieldMeta field) {
        ModelChoiceSpec made = field.isManyToMany()
                ? Fields.modelMultipleChoiceField(field::offeredRows)
                : Fields.modelChoiceField(field::offeredRows);
        if (!field.declaration().text("toField").isEmpty()) {
            made = made.toField(field.targetField().name());
        }
        return Declared.described(field.declaration(), made, !field.isBlank());
    }

    @Override
    public FormTarget<M> on(M object) {
        return new ModelTarget<>(type, names, object);
    }

    @Override
    public Map<String, @Nullable Object> values(M object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : names()) {
            FieldMeta field = meta().field(name);
            values.put(field.name(), shown(field, object));
        }
        return values;
    }

    private static @Nullable Object shown(FieldMeta field, KeyedModel<?> object) {
        if (field.isManyToMany()) {
            return object.key() == null || object.isNew()
                    ? List.of()
                    : ((Many<?>) java.util.Objects.requireNonNull(field.get(object))).list();
        }
        if (!object.isWhole()) {
            object.fetch(field.name());
        }
        Object value = field.get(object);
        if (StoredFiles.isFile(field)) {
            return StoredFiles.shown(field, value);
        }
        return value instanceof Ref<?> ref ? field.keyOf(ref) : value;
    }

    @Override
    public M make(Cleaned cleaned) {
        return make(cleaned, null);
    }

    @Override
    public M make(Cleaned cleaned, @Nullable Bound raw) {
        M object = instance == null ? meta().make() : instance;
        for (String name : names()) {
            FieldMeta field = meta().field(name);
            if (!cleaned.has(field.name())) {
                continue;
            }
            if (StoredFiles.isFile(field)) {
                StoredFiles.set(field, object, cleaned.get(field.name()));
            } else if (!field.isManyToMany() && !keepsDefault(field, cleaned, raw)) {
                field.set(object, stored(field, cleaned.get(field.name())));
            }
        }
        return object;
    }

    /** A value that was not even sent leaves a default in place, as a browser that does not know the field would. */
    private static boolean keepsDefault(FieldMeta field, Cleaned cleaned, @Nullable Bound raw) {
        BoundField shown = raw == null ? null : raw.find(field.name());
        return shown != null
                && field.hasDefault()
                && shown.widget().isOmitted(shown.form().sent(), shown.htmlName())
                && FieldSpec.isEmpty(cleaned.get(field.name()));
    }

    private static @Nullable Object stored(FieldMeta field, @Nullable Object value) {
        if (value instanceof KeyedModel<?> row) {
            return Ref.of(row);
        }
        boolean nothing = value instanceof String text && text.isEmpty() && field.isNullable();
        return nothing && field.hasChoices() ? null : value;
    }

    @Override
    public void clean(M object, Errors errors) {
        try {
            object.fullClean(excluded(errors));
        } catch (ValidationError problem) {
            add(problem, errors);
        }
    }

    /** What the form does not ask for is not its business; what is wrong already is not checked again. */
    private Collection<String> excluded(Errors errors) {
        Set<String> excluded = new LinkedHashSet<>();
        for (FieldMeta field : meta().declaredColumns()) {
            boolean asked = names().contains(field.name());
            if (!asked || errors.has(field.name())) {
                excluded.add(field.name());
            }
        }
        return excluded;
    }

    private void add(ValidationError problem, Errors errors) {
        Map<String, List<FieldError>> byField = problem.byField();
        if (byField == null) {
            errors.add((String) null, problem);
            return;
        }
        byField.forEach((name, list) -> {
            String field = name.equals(ValidationError.NON_FIELD_ERRORS) ? null : own(name);
            errors.add(field, ValidationError.of(list));
        });
    }

    private @Nullable String own(String name) {
        return meta().findField(name)
                .map(FieldMeta::name)
                .filter(names()::contains)
                .orElse(null);
    }

    @Override
    public M save(M object, Cleaned cleaned) {
        for (String name : names()) {
            FieldMeta field = meta().field(name);
            if (StoredFiles.isFile(field)) {
                StoredFiles.store(field, object, cleaned.get(field.name()));
            }
        }
        object.save();
        saveRelations(object, cleaned);
        return object;
    }

    @Override
    public void saveRelations(M object, Cleaned cleaned) {
        for (String name : names()) {
            FieldMeta field = meta().field(name);
            if (field.isManyToMany() && cleaned.get(field.name()) instanceof Collection<?> rows) {
                ((Many<?>) java.util.Objects.requireNonNull(field.get(object))).set(rows);
            }
        }
    }

    @Override
    public boolean makesPartial() {
        return true;
    }
}
