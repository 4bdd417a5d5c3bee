package shop;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import quintet.fields.CharField;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.IntegerField;
import quintet.fields.TextChoices;
import quintet.orm.Manager;
import quintet.orm.Model;

/** A box of things, with choices in groups and choices asked for anew. */
public class Crate extends Model {
    public static final Manager<Crate> objects = new Manager<>(Crate.class);

    /** What it is made of. */
    public enum Stuff implements TextChoices {
        OAK("Wood"),
        ASH("Wood"),
        STEEL("");

        private final String group;

        Stuff(String group) {
            this.group = group;
        }

        @Override
        public String group() {
            return group;
        }
    }

    /** The shelves there are now. */
    public static final class Shelves implements ChoiceSource {
        /** What is offered; tests change it. */
        public static final AtomicReference<ChoiceList> NOW = new AtomicReference<>(ChoiceList.of("a", "Shelf A"));

        @Override
        public ChoiceList choices() {
            return NOW.get();
        }
    }

    /** Sizes; the empty one says itself what choosing nothing means. */
    public static final class Sizes implements ChoiceSource {
        @Override
        public ChoiceList choices() {
            return ChoiceList.of("", "Any size").and(1, "One");
        }
    }

    public @Nullable Stuff stuff;

    @CharField(maxLength = 5, choicesFrom = Shelves.class)
    public String shelf = "";

    @IntegerField(blank = true, choicesFrom = Sizes.class)
    public @Nullable Integer size;
}
