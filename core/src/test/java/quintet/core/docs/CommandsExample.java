package quintet.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import quintet.core.CommandCall;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.docs.commands.CloseOrders;

/** The examples of docs/own-commands.md. */
@Isolated
class CommandsExample {
    @Test
    void commandsAreCalledFromCode() {
        try (Site site = Site.open(env -> Settings.of(env).apps(DocsApp.class), Env.of(Map.of()))) {
            site.run(() -> {
                // region: call
                String printed = CommandCall.of("closeorders")
                        .option("dryRun", true)
                        .run()
                        .out();
                CommandCall.of(new CloseOrders(), c -> c.days = 30).run();
                // endregion
                assertThat(printed).startsWith("Would close");
            });
        }
    }
}
