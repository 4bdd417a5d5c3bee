package quintet.orm;

import java.util.List;

/** Rows stand against a deletion: their foreign keys say PROTECT or RESTRICT. */
public class DeletionBlocked extends IntegrityError {
    private static final long serialVersionUID = 1;
    private final transient List<KeyedModel<?>> objects;
    private final boolean restricted;
    private final String says;

    /** Creates one with the objects in the way. */
    public DeletionBlocked(String says, List<KeyedModel<?>> objects, boolean restricted) {
        super(says + " " + objects.size() + " row(s) stand against it.");
        this.says = says;
        this.objects = List.copyOf(objects);
        this.restricted = restricted;
    }

    /** The objects in the way. Django's {@code protected_objects} and {@code restricted_objects}. */
    public List<KeyedModel<?>> objects() {
        return objects;
    }

    /** What stands against it, in Django's words. */
    public String says() {
        return says;
    }

    /** Whether RESTRICT stands against it (Django's {@code RestrictedError}) rather than PROTECT ({@code ProtectedError}). */
    public boolean isRestricted() {
        return restricted;
    }
}
