package quintet.forms;

import java.util.Map;

/** A text of several lines. */
public final class Textarea extends Widget {
    Textarea() {}

    static Widget create() {
        return new Textarea().serving(false, false, ordered());
    }

    private static Map<String, Object> ordered() {
        Map<String, Object> attrs = new java.util.LinkedHashMap<>();
        attrs.put("cols", "40");
        attrs.put("rows", "10");
        return attrs;
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/textarea.html";
    }
}
