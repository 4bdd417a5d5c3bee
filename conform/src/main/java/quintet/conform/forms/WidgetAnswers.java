package quintet.conform.forms;

import static quintet.conform.forms.FormsKind.map;
import static quintet.conform.forms.FormsKind.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.forms.FormData;
import quintet.forms.Media;
import quintet.forms.SelectDateWidget;
import quintet.forms.Widget;
import quintet.forms.Widgets;
import quintet.forms.internal.Html;

/** What widgets write and read. */
final class WidgetAnswers {
    private WidgetAnswers() {}

    @SuppressWarnings("unchecked")
    private static Widget widget(Map<String, @Nullable Object> one) {
        return Specs.widget(text(one, "widget"), (Map<String, @Nullable Object>) Tagged.decode(map(one, "options")));
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> render(Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Map<String, ?> attrs = (Map<String, ?>) Tagged.decode(map(one, "attrs"));
        Widget widget = widget(one);
        if (one.containsKey("ctor_attrs")) {
            widget = widget.attrs(map(one, "ctor_attrs"));
        }
        answer.put(
                "html",
                widget.render(text(one, "name"), Specs.value(one.get("value")), java.util.Objects.requireNonNull(attrs))
                        .toString());
        return answer;
    }

    static Map<String, @Nullable Object> valueFromData(Map<String, @Nullable Object> one) {
        Widget widget = widget(one);
        FormData data = FormData.parse(text(one, "data"));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("value", Encoded.value(widget.valueFrom(data, text(one, "name"))));
        answer.put("omitted", widget.isOmitted(data, text(one, "name")));
        return answer;
    }

    static Map<String, @Nullable Object> meta(Map<String, @Nullable Object> one) {
        Widget widget = widget(one);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id_for_label", widget.idForLabel("abc"));
        answer.put("needs_multipart", widget.needsMultipart());
        answer.put("is_hidden", widget.isHidden());
        answer.put("use_required_attribute_empty", widget.useRequiredAttribute(null));
        answer.put("use_required_attribute_initial", widget.useRequiredAttribute("x"));
        return answer;
    }

    static Map<String, @Nullable Object> useFieldset(Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("use_fieldset", widget(one).useFieldset());
        return answer;
    }

    static Map<String, @Nullable Object> flatatt(Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("html", Html.flat(map(one, "attrs")));
        return answer;
    }

    static Map<String, @Nullable Object> media(Map<String, @Nullable Object> one) {
        Media all = Media.EMPTY;
        for (Object definition : (List<?>) java.util.Objects.requireNonNull(one.get("media"))) {
            all = all.plus(defined((Map<?, ?>) definition));
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("html", all.html().toString());
        answer.put("js", all.scriptTags(null).stream().map(Object::toString).toList());
        answer.put("css", all.styleTags(null).stream().map(Object::toString).toList());
        answer.put("with_nonce", all.html("N1").toString());
        answer.put("warnings", List.of());
        return answer;
    }

    private static Media defined(Map<?, ?> definition) {
        Media media = Media.EMPTY;
        if (definition.get("js") instanceof List<?> files) {
            media = media.js(assets(files));
        }
        if (definition.get("css") instanceof Map<?, ?> css) {
            Map<String, List<Media.Asset>> sheets = new LinkedHashMap<>();
            css.forEach((medium, files) -> sheets.put(medium.toString(), assets((List<?>) files)));
            media = media.css(sheets);
        }
        return media;
    }

    @SuppressWarnings("unchecked")
    private static List<Media.Asset> assets(List<?> files) {
        List<Media.Asset> assets = new ArrayList<>();
        for (Object file : files) {
            assets.add(
                    file instanceof Map<?, ?> map
                            ? Media.Asset.of(String.valueOf(map.get("path")), (Map<String, ?>)
                                    java.util.Objects.requireNonNull(map.get("attributes")))
                            : new Media.Asset(file.toString()));
        }
        return assets;
    }

    @SuppressWarnings("unchecked")
    static Widget split(Map<String, @Nullable Object> options) {
        Widget date = options.get("date_format") instanceof String format
                ? Widgets.date().format(format)
                : Widgets.date();
        Widget time = options.get("time_format") instanceof String format
                ? Widgets.time().format(format)
                : Widgets.time();
        if (options.get("date_attrs") instanceof Map<?, ?> attrs) {
            date = date.attrs((Map<String, ?>) attrs);
        }
        if (options.get("time_attrs") instanceof Map<?, ?> attrs) {
            time = time.attrs((Map<String, ?>) attrs);
        }
        return Widgets.splitDateTime().widgets(date, time);
    }

    static Widget selectDate(Map<String, @Nullable Object> options) {
        List<Integer> years = ((List<?>) options.getOrDefault("years", List.of()))
                .stream().map(year -> ((Number) year).intValue()).toList();
        SelectDateWidget widget = Widgets.selectDate(years);
        if (options.get("months") instanceof Map<?, ?> months) {
            Map<Integer, String> names = new LinkedHashMap<>();
            months.forEach((number, name) -> names.put(((Number) number).intValue(), String.valueOf(name)));
            widget = widget.months(names);
        }
        return switch (options.get("empty_label")) {
            case String label -> widget.emptyLabels(label, label, label);
            case List<?> labels ->
                widget.emptyLabels(
                        String.valueOf(labels.get(0)), String.valueOf(labels.get(1)), String.valueOf(labels.get(2)));
            case null, default -> widget;
        };
    }
}
