package quintet.http.internal;

import java.util.List;
import quintet.core.Command;
import quintet.core.HasCommands;

/** The commands this module offers to every site. */
public final class HttpCommands implements HasCommands {
    @Override
    public List<Command> commands() {
        return List.of(new ListUrls());
    }
}
