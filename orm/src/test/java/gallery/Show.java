package gallery;

import static quintet.fields.OnDelete.CASCADE;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ErrorMessage;
import quintet.fields.ForeignKey;
import quintet.fields.ManyToManyField;
import quintet.fields.ValidationError;
import quintet.fields.Validator;
import quintet.orm.Cond;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Model;
import quintet.orm.Ref;

/** An exhibition, with limits to what it may refer to. */
public class Show extends Model {
    public static final Manager<Show> objects = new Manager<>(Show.class);

    // region: limit
    /** A limit as a condition. */
    public static final class Beginners implements Supplier<Cond<Artist>> {
        @Override
        public Cond<Artist> get() {
            return Artist_.name.startsWith("B").or(Artist_.name.eq("Ann"));
        }
    }
    // endregion

    /** A limit as lookups. */
    public static final class Oils implements Supplier<Map<String, Object>> {
        @Override
        public Map<String, Object> get() {
            return Map.of("medium__in", java.util.List.of("o", "w"));
        }
    }

    /** Text without an exclamation mark. */
    public static final class Calm implements Validator<String> {
        @Override
        public void accept(String value) {
            if (value.contains("!")) {
                throw new ValidationError("Be calm.");
            }
        }
    }

    @CharField(
            maxLength = 20,
            validators = Calm.class,
            errorMessages = {@ErrorMessage(code = "blank", value = "Name it."), @ErrorMessage(code = "a", value = "b")})
    public String name = "";

    // region: limited
    // region: limited
    @ForeignKey(
            onDelete = CASCADE,
            limitChoicesTo = {"alive = true", "name__startswith=A"})
    public Ref<Artist> opener;

    @ForeignKey(onDelete = CASCADE, relatedName = "hosted", blank = true, limitChoicesFrom = Beginners.class)
    public @Nullable Ref<Artist> host;
    // endregion

    @ManyToManyField(blank = true, limitChoicesFrom = Oils.class)
    public Many<Work> works;
}
