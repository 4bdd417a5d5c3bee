package quintet.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@code <input>} of one line: text, number, e-mail, password, hidden and the like. */
public final class Input extends Widget {
    private String type;
    private final String template;
    private boolean showsValue = true;

    Input(String type, String template) {
        this.type = type;
        this.template = template;
    }

    /** The same input with another {@code type}. */
    public Input type(String newType) {
        Input copy = (Input) copy();
        copy.type = newType;
        return copy;
    }

    /** For passwords: whether what was typed is shown again after an error; off unless asked for. */
    public Input renderValue(boolean render) {
        Input copy = (Input) copy();
        copy.showsValue = render;
        return copy;
    }

    @Override
    public Widget attrs(Map<String, ?> more) {
        Object newType = more.get("type");
        Input copy = (Input) super.attrs(more);
        return newType == null ? copy : copy.typeFromAttrs(newType.toString());
    }

    private Input typeFromAttrs(String newType) {
        Map<String, Object> rest = attrs();
        rest.remove("type");
        Input copy = new Input(newType, template);
        copy.showsValue = showsValue;
        return (Input) copy.serving(isRequired(), isLocalized(), rest);
    }

    @Override
    public String inputType() {
        return type;
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/" + template + ".html";
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        return super.view(name, showsValue ? value : null, extraAttrs);
    }
}
