package quintet.forms;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;

/** A single box to tick. */
public final class CheckboxInput extends Widget {
    CheckboxInput() {}

    @Override
    public String inputType() {
        return "checkbox";
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/checkbox.html";
    }

    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        return value == null || value instanceof Boolean || value.equals("") ? null : PythonText.of(value);
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        WidgetView view = super.view(name, value, extraAttrs);
        if (value != null && !value.equals(false) && !value.equals("")) {
            view.attrs().put("checked", true);
        }
        return view;
    }

    @Override
    public Object valueFrom(FormData data, String name) {
        String value = data.get(name);
        return value != null
                && !value.isEmpty()
                && !value.toLowerCase(Locale.ROOT).equals("false");
    }

    /** Never: browsers send nothing for a box that is not ticked. */
    @Override
    public boolean isOmitted(FormData data, String name) {
        return false;
    }
}
