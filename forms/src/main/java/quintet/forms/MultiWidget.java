package quintet.forms;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several inputs that together hold one value, named {@code NAME_0}, {@code NAME_1} and so on. */
public final class MultiWidget extends Widget {
    /** Takes one value apart into those of the inputs. */
    @FunctionalInterface
    public interface Splitter {
        /** Gives every input nothing. */
        Splitter NONE = value -> List.of();

        /** The values of the inputs, in order; missing ones count as null. */
        List<? extends @Nullable Object> split(@Nullable Object value);
    }

    private List<Widget> widgets;
    private Splitter splitter;
    private final boolean hidden;
    private final boolean hidesMicroseconds;

    MultiWidget(List<Widget> widgets, Splitter splitter, boolean hidden) {
        this(widgets, splitter, hidden, false);
    }

    private MultiWidget(List<Widget> widgets, Splitter splitter, boolean hidden, boolean hidesMicroseconds) {
        this.widgets = widgets;
        this.splitter = splitter;
        this.hidden = hidden;
        this.hidesMicroseconds = hidesMicroseconds;
    }

    static MultiWidget splitDateTime(Widget date, Widget time, boolean hidden) {
        return new MultiWidget(List.of(date, time), MultiWidget::splitMoment, hidden, true);
    }

    private static List<@Nullable Object> splitMoment(@Nullable Object value) {
        return switch (value) {
            case LocalDateTime at -> Arrays.asList(at.toLocalDate(), at.toLocalTime());
            case OffsetDateTime at -> splitMoment(at.toLocalDateTime());
            case ZonedDateTime at -> splitMoment(at.toLocalDateTime());
            case null, default -> Arrays.asList(null, null);
        };
    }

    /** The same widget with a way to take values apart. */
    public MultiWidget splitter(Splitter how) {
        MultiWidget copy = (MultiWidget) copy();
        copy.splitter = how;
        return copy;
    }

    /** The same widget with other inputs. */
    public MultiWidget widgets(Widget... inputs) {
        MultiWidget copy = (MultiWidget) copy();
        copy.widgets = List.of(inputs);
        return copy;
    }

    /** The inputs. */
    public List<Widget> widgets() {
        return widgets;
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/"
                + (hidden ? "splithiddendatetime" : hidesMicroseconds ? "splitdatetime" : "multiwidget") + ".html";
    }

    @Override
    public boolean isHidden() {
        return widgets.stream().allMatch(Widget::isHidden);
    }

    @Override
    public boolean needsMultipart() {
        return widgets.stream().anyMatch(Widget::needsMultipart);
    }

    @Override
    public boolean supportsMicroseconds() {
        return !hidesMicroseconds;
    }

    @Override
    public boolean useFieldset() {
        return true;
    }

    @Override
    public String idForLabel(String id) {
        return "";
    }

    @Override
    public Media media() {
        Media all = Media.EMPTY;
        for (Widget widget : widgets) {
            all = all.plus(widget.media());
        }
        return all;
    }

    @Override
    public Object valueFrom(FormData data, String name) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < widgets.size(); i++) {
            values.add(widgets.get(i).valueFrom(data, name + "_" + i));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public boolean isOmitted(FormData data, String name) {
        for (int i = 0; i < widgets.size(); i++) {
            if (!widgets.get(i).isOmitted(data, name + "_" + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        List<? extends @Nullable Object> values = value instanceof List<?> list ? list : splitter.split(value);
        WidgetView view = super.view(name, null, extraAttrs);
        Object id = view.attrs().get("id");
        List<WidgetView> inputs = new ArrayList<>();
        for (int i = 0; i < widgets.size(); i++) {
            Map<String, Object> own = new LinkedHashMap<>(view.attrs());
            if (id != null && !id.equals("")) {
                own.put("id", id + "_" + i);
            }
            if (own.get("required") instanceof List<?> each) {
                // Some of the inputs must be filled in, as the fields behind them say.
                own.put("required", i < each.size() ? each.get(i) : false);
            }
            Widget widget = widgets.get(i).serving(isRequired(), isLocalized(), Map.of());
            inputs.add(widget.view(name + "_" + i, i < values.size() ? values.get(i) : null, own));
        }
        return view.withSubwidgets(inputs);
    }
}
