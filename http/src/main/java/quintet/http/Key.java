package quintet.http;

/**
 * Names a typed value that travels with a {@link Request} or {@link Response}, or marks a handler: the logged-in user, the
 * session, a CSP override. A key is a constant and is known by its identity.
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // it types what the key leads to
public final class Key<T> {
    private final String name;

    private Key(String name) {
        this.name = name;
    }

    /** A new key; the name is for messages and for templates ({@code request.NAME}). */
    public static <T> Key<T> of(String name) {
        return new Key<>(name);
    }

    /** The name. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
