package quintet.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same input several times, one for each item of a list (Django's {@code SplitArrayWidget}). */
public final class SplitArrayWidget extends Widget {
    private final Widget item;
    private final int size;

    SplitArrayWidget(Widget item, int size) {
        this.item = item;
        this.size = size;
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/multiwidget.html";
    }

    @Override
    public boolean isHidden() {
        return item.isHidden();
    }

    @Override
    public boolean needsMultipart() {
        return item.needsMultipart();
    }

    @Override
    public String idForLabel(String id) {
        return id.isEmpty() ? id : id + "_0";
    }

    @Override
    public Media media() {
        return item.media();
    }

    @Override
    public Object valueFrom(FormData data, String name) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(item.valueFrom(data, name + "_" + i));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public boolean isOmitted(FormData data, String name) {
        for (int i = 0; i < size; i++) {
            if (!item.isOmitted(data, name + "_" + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        List<?> values = value instanceof List<?> list ? list : List.of();
        WidgetView view = super.view(name, null, extraAttrs);
        Widget one = isLocalized() ? item.serving(item.isRequired(), true, Map.of()) : item;
        Object id = extraAttrs.get("id");
        List<WidgetView> inputs = new ArrayList<>();
        for (int i = 0; i < Math.max(values.size(), size); i++) {
            Map<String, Object> own = new LinkedHashMap<>(extraAttrs);
            if (id != null && !id.equals("")) {
                own.put("id", id + "_" + i);
            }
            inputs.add(one.view(name + "_" + i, i < values.size() ? values.get(i) : null, own));
        }
        return view.withSubwidgets(inputs);
    }
}
