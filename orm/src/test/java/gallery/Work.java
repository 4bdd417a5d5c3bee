package gallery;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.IntegerField;
import quintet.fields.TextChoices;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A work with choices in groups and choices that are made when they are asked for. */
public class Work extends Model {
    public static final Manager<Work> objects = new Manager<>(Work.class);

    /** What it is made of. */
    public enum Medium implements TextChoices {
        OIL("o", "Paint"),
        BRONZE("b", "Metal"),
        WATERCOLOUR("w", "Paint"),
        UNKNOWN("u", "");

        private final String value;
        private final String group;

        Medium(String value, String group) {
            this.value = value;
            this.group = group;
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public String group() {
            return group;
        }
    }

    /** The rooms there are today. */
    public static final class Rooms implements ChoiceSource {
        /** What is offered; tests change it. */
        public static final AtomicReference<ChoiceList> NOW =
                new AtomicReference<>(ChoiceList.of("n", "North").group("Upstairs", ChoiceList.of("a", "Attic")));

        @Override
        public ChoiceList choices() {
            return NOW.get();
        }
    }

    /** Numbers with labels. */
    public static final class Floors implements ChoiceSource {
        @Override
        public ChoiceList choices() {
            return ChoiceList.of(0, "Ground").and(1, "First");
        }
    }

    /** Some of the constants. */
    public static final class Paints implements ChoiceSource {
        @Override
        public ChoiceList choices() {
            return ChoiceList.of(Medium.OIL, Medium.WATERCOLOUR);
        }
    }

    @CharField(maxLength = 20)
    public String title = "";

    public Medium medium = Medium.OIL;

    @CharField(maxLength = 10, blank = true, choicesFrom = Rooms.class)
    public String room = "";

    @IntegerField(blank = true, choicesFrom = Floors.class)
    public @Nullable Integer floor;

    @CharField(maxLength = 1, blank = true, choicesFrom = Paints.class)
    public @Nullable Medium retouched;
}
