package quintet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One hidden input for each value of a list. */
final class MultipleHiddenInput extends Widget {
    @Override
    public String inputType() {
        return "hidden";
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/multiple_hidden.html";
    }

    @Override
    public Object valueFrom(FormData data, String name) {
        return data.list(name);
    }

    @Override
    public Object formatValue(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        WidgetView view = super.view(name, value, extraAttrs);
        Object id = view.attrs().get("id");
        List<WidgetView> inputs = new ArrayList<>();
        for (Object one : (Collection<?>) formatValue(value)) {
            Map<String, Object> own = new LinkedHashMap<>(view.attrs());
            if (id != null && !id.equals("")) {
                own.put("id", id + "_" + inputs.size());
            }
            inputs.add(Widgets.hidden()
                    .serving(isRequired(), isLocalized(), Map.of())
                    .view(name, one, own));
        }
        return view.withSubwidgets(inputs);
    }
}
