package quintet.templates;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of templates knows of the values of a type without having one: the counterpart of a
 * {@link ValueAdapter} for {@link TemplateChecker}. Each method has a default that means "as any other Java object".
 */
public interface TypeGuide {
    /** A type nothing is known of: whatever is read from it is accepted. */
    Type UNKNOWN = new Type() {
        @Override
        public String getTypeName() {
            return "unknown";
        }
    };

    /** What {@link #attribute} returns to leave the lookup to public fields and accessors. */
    Type MEMBER = new Type() {
        @Override
        public String getTypeName() {
            return "member";
        }
    };

    /**
     * The type of an attribute.
     *
     * @param type the type, with its type arguments
     * @param name the part after the dot
     * @return null if there is none of that name; {@link #UNKNOWN} or {@link #MEMBER}
     */
    default @Nullable Type attribute(Type type, String name) {
        return MEMBER;
    }

    /**
     * The type a value of this type stands for: that of the row behind a reference.
     *
     * @param type the type
     * @return the type itself where it stands for itself
     */
    default Type value(Type type) {
        return type;
    }

    /**
     * The type of the elements in a loop.
     *
     * @param type the type
     * @return {@link #UNKNOWN} where that is not known
     */
    default Type element(Type type) {
        return UNKNOWN;
    }

    /**
     * Names of attributes beside the members, to suggest one for a name that is not there.
     *
     * @param type the type
     * @return names
     */
    default Collection<String> names(Type type) {
        return List.of();
    }
}
