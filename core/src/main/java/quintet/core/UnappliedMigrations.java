package quintet.core;

import java.util.Optional;

/** A module's service that knows whether migrations wait to be applied; asked before commands that need to know. */
@FunctionalInterface
public interface UnappliedMigrations {
    /** What to tell the user, with the remedy; empty when nothing waits. */
    Optional<String> notice();
}
