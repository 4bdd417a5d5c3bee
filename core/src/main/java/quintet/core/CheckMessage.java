package quintet.core;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Check} found.
 *
 * @param level how serious it is
 * @param id a stable id such as {@code models.E001}, by which it can be silenced
 * @param message what is wrong
 * @param hint what to do; null when the message says it
 * @param object what it is about (a model, a field, a route); null for the whole site
 */
public record CheckMessage(
        Level level,
        String id,
        String message,
        @Nullable String hint,
        @Nullable Object object) {
    /** Levels with Django's values; errors and worse keep commands from running. */
    public enum Level {
        /** For developers of checks. */
        DEBUG(10),
        /** Worth knowing. */
        INFO(20),
        /** Works, but probably not as meant. */
        WARNING(30),
        /** Does not work. */
        ERROR(40),
        /** Nothing works. */
        CRITICAL(50);

        private final int value;

        Level(int value) {
            this.value = value;
        }

        /** Django's number. */
        public int value() {
            return value;
        }
    }

    /** An error about an object. */
    public static CheckMessage error(String id, String message, @Nullable String hint, @Nullable Object object) {
        return new CheckMessage(Level.ERROR, id, message, hint, object);
    }

    /** A warning about an object. */
    public static CheckMessage warning(String id, String message, @Nullable String hint, @Nullable Object object) {
        return new CheckMessage(Level.WARNING, id, message, hint, object);
    }

    /** Whether commands refuse to run because of it. */
    public boolean isSerious() {
        return level.value() >= Level.ERROR.value();
    }

    /** Django's form: {@code object: (id) message}, and the hint on a line of its own. */
    @Override
    public String toString() {
        return (object == null ? "?" : object) + ": (" + id + ") " + message
                + (hint == null ? "" : "\n\tHINT: " + hint);
    }
}
