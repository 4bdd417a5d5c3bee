package quintet.orm;

import java.util.List;

/** Rows stand against a deletion: their foreign keys say PROTECT or RESTRICT. */
public class DeletionBlocked extends IntegrityError {
    private static final long serialVersionUID = 1;
    private final transient List<KeyedModel<?>> objects;
    private final boolean restricted;

    /** Creates one with the objects in the way. */
    public DeletionBlocked(String message, List<KeyedModel<?>> objects, boolean restricted) {
        super(message);
        this.objects = List.copyOf(objects);
        this.restricted = restricted;
    }

    /** The objects in the way. Django's {@code protected_objects} and {@code restricted_objects}. */
    public List<KeyedModel<?>> objects() {
        return objects;
    }

    /** Whether RESTRICT stands against it (Django's {@code RestrictedError}) rather than PROTECT ({@code ProtectedError}). */
    public boolean isRestricted() {
        return restricted;
    }
}
