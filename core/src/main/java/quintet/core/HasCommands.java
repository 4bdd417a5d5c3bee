package quintet.core;

import java.util.List;

/** A module or {@link App} that offers commands beside those in its {@code commands} package. */
public interface HasCommands {
    /** New command objects; asked for at each call. */
    List<Command> commands();
}
