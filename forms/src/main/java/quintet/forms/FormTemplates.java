package quintet.forms;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quintet.templates.EngineBuilder;
import quintet.templates.ValueAdapter;

/**
 * Makes forms work in templates: {@code {{ form }}}, {@code {{ form.title }}}, {@code {{ form.title.errors }}},
 * {@code {% for field in form %}}, {@code {{ form.non_field_errors }}}.
 */
public final class FormTemplates {
    private FormTemplates() {}

    /** Registers forms and form sets with an engine being built. */
    public static EngineBuilder install(EngineBuilder engine) {
        return engine.adapter(Form.class, new FormAdapter())
                .adapter(Bound.class, new BoundAdapter())
                .adapter(FormSet.class, new FormSetAdapter())
                .adapter(ErrorMap.class, new ErrorMapAdapter());
    }

    /** A field's name may be written in camel case or, as Django's are, with underscores. */
    private static @Nullable Object field(Bound form, String name) {
        BoundField field = form.find(name);
        if (field == null && name.indexOf('_') >= 0) {
            field = form.find(camel(name));
        }
        return field == null ? ValueAdapter.MISSING : field;
    }

    private static String camel(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean hump = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                out.append(hump ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return out.toString();
    }

    @SuppressWarnings("rawtypes") // adapters are registered by class, which has no type argument
    private static final class FormAdapter implements ValueAdapter<Form> {
        @Override
        public @Nullable Object item(Form form, String name) {
            return field(form.raw(), name);
        }

        @Override
        public @Nullable Object attribute(Form form, String name) {
            return switch (name) {
                case "is_valid", "isValid" -> form.isValid();
                case "is_bound", "isBound" -> form.isBound();
                case "errors" -> form.errors();
                case "data" -> form.raw().data();
                default -> BoundAdapter.output(form.raw(), name);
            };
        }

        @Override
        public boolean truth(Form form) {
            return true;
        }

        @Override
        public @Nullable Iterator<?> iterate(Form form) {
            return form.raw().iterator();
        }
    }

    private static final class BoundAdapter implements ValueAdapter<Bound> {
        @Override
        public @Nullable Object item(Bound form, String name) {
            return field(form, name);
        }

        @Override
        public @Nullable Object attribute(Bound form, String name) {
            return output(form, name);
        }

        @Override
        public boolean truth(Bound form) {
            return true;
        }

        static @Nullable Object output(Bound form, String name) {
            return switch (name) {
                case "as_div", "asDiv" -> form.asDiv();
                case "as_p", "asP" -> form.asP();
                case "as_ul", "asUl" -> form.asUl();
                case "as_table", "asTable" -> form.asTable();
                case "errors" -> form.errors();
                case "non_field_errors", "nonFieldErrors" -> form.nonFieldErrors();
                case "fields" -> form.fields();
                case "hidden_fields", "hiddenFields" -> form.hiddenFields();
                case "visible_fields", "visibleFields" -> form.visibleFields();
                case "is_multipart", "isMultipart" -> form.isMultipart();
                case "media" -> form.media();
                case "prefix" -> form.prefix();
                case "changed_data", "changedData" -> form.changedData();
                case "has_changed", "hasChanged" -> form.hasChanged();
                case "cleaned_data", "cleanedData" -> form.cleaned().toMap();
                default -> DEFAULT;
            };
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class FormSetAdapter implements ValueAdapter<FormSet> {
        @Override
        public @Nullable Object attribute(FormSet set, String name) {
            BoundSet<?> raw = set.raw();
            return switch (name) {
                case "forms" -> raw.forms();
                case "management_form", "managementForm" -> raw.managementForm();
                case "non_form_errors", "nonFormErrors" -> raw.nonFormErrors();
                case "errors" -> raw.errors();
                case "empty_form", "emptyForm" -> raw.emptyForm();
                case "initial_forms", "initialForms" -> raw.initialForms();
                case "extra_forms", "extraForms" -> raw.extraForms();
                case "is_multipart", "isMultipart" -> raw.isMultipart();
                case "media" -> raw.media();
                case "as_div", "asDiv" -> raw.asDiv();
                case "as_p", "asP" -> raw.asP();
                case "as_ul", "asUl" -> raw.asUl();
                case "as_table", "asTable" -> raw.asTable();
                default -> DEFAULT;
            };
        }

        @Override
        public boolean truth(FormSet set) {
            return true;
        }

        @Override
        public @Nullable Object index(FormSet set, int index) {
            return index < set.raw().forms().size() ? set.raw().forms().get(index) : MISSING;
        }

        @Override
        public @Nullable Iterator<?> iterate(FormSet set) {
            return set.raw().iterator();
        }
    }

    private static final class ErrorMapAdapter implements ValueAdapter<ErrorMap> {
        @Override
        public @Nullable Object item(ErrorMap errors, String name) {
            ErrorList list = errors.get(name);
            return list == null ? MISSING : list;
        }

        @Override
        public @Nullable Object attribute(ErrorMap errors, String name) {
            return switch (name) {
                case "items" ->
                    errors.asMap().entrySet().stream()
                            .map(one -> java.util.List.of(one.getKey(), one.getValue()))
                            .toList();
                case "values" -> java.util.List.copyOf(errors.asMap().values());
                case "keys" -> java.util.List.copyOf(errors.fields());
                default -> DEFAULT;
            };
        }

        @Override
        public int length(ErrorMap errors) {
            return errors.size();
        }

        @Override
        public @Nullable Iterator<?> iterate(ErrorMap errors) {
            return errors.fields().iterator();
        }
    }
}
