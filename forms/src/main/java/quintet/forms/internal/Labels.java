package quintet.forms.internal;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.forms.Widget;
import quintet.templates.SafeString;

/** Texts that follow from names. */
public final class Labels {
    private Labels() {}

    /** "First name" for {@code firstName} and {@code first_name}. */
    public static String fromName(String name) {
        if (name.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            if (hump) {
                out.append(' ').append(Character.toLowerCase(c));
            } else {
                out.append(c == '_' ? ' ' : c);
            }
        }
        return out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
    }

    /** The label with its suffix, unless it ends in punctuation. */
    public static Object withSuffix(CharSequence label, String suffix) {
        if (suffix.isEmpty() || label.length() == 0 || ":?.!".indexOf(label.charAt(label.length() - 1)) >= 0) {
            return label;
        }
        return label instanceof SafeString safe ? SafeString.of(safe + Html.text(suffix)) : label.toString() + suffix;
    }

    /** The widget's kind in lower case: what Django makes of its class's name. */
    public static String widgetType(Widget widget) {
        String file = widget.templateName();
        String kind = file.substring(file.lastIndexOf('/') + 1).replace(".html", "");
        return switch (kind) {
            case "checkbox_select" -> "checkboxselectmultiple";
            case "radio" -> "radioselect";
            case "clearable_file_input" -> "clearablefile";
            case "select_date" -> "selectdate";
            case "multiple_hidden" -> "multiplehidden";
            case "select" -> widget instanceof quintet.forms.ChoiceWidget choice ? choice.djangoType() : "select";
            default -> kind;
        };
    }

    /** The value without fractions of a second. */
    public static @Nullable Object wholeSeconds(@Nullable Object value) {
        return switch (value) {
            case LocalTime time -> time.withNano(0);
            case LocalDateTime at -> at.withNano(0);
            case OffsetDateTime at -> at.withNano(0);
            case null, default -> value;
        };
    }
}
