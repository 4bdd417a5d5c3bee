package quintet.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.core.Settings;
import quintet.core.SettingsPart;
import quintet.core.Site;

/**
 * A setting that puts a model of the project in the place of one an app brings: {@code
 * .with(ModelSetting.of("AUTH_USER_MODEL", Member.class))}. The app's model names the setting with {@link Meta#swappable}.
 *
 * @param name the setting's name
 * @param model the model to use
 */
public record ModelSetting(String name, Class<? extends KeyedModel<?>> model) implements SettingsPart {
    /** Uses a model for a setting. */
    public static ModelSetting of(String name, Class<? extends KeyedModel<?>> model) {
        return new ModelSetting(name, model);
    }

    /** The model a setting of the current site names; null if it names none, so that the app's own is used. */
    public static @Nullable Class<? extends KeyedModel<?>> model(String name) {
        return Site.find().map(site -> model(site.settings(), name)).orElse(null);
    }

    /** The model a setting names, or null. */
    public static @Nullable Class<? extends KeyedModel<?>> model(Settings settings, String name) {
        for (ModelSetting part : settings.parts(ModelSetting.class)) {
            if (Objects.equals(part.name(), name)) {
                return part.model();
            }
        }
        return null;
    }
}
