package quintet.http.internal.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/** Found by Logback when it starts: gives readable lines where the project configures nothing. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogbackDefaults extends ContextAwareBase implements Configurator {
    private static final List<String> OWN_FILES =
            List.of("logback-test.xml", "logback.xml", "logback-test.scmo", "logback.scmo");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (projectConfigures()) return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        LogbackSetup.install(context, false);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static boolean projectConfigures() {
        if (System.getProperty("logback.configurationFile") != null) return true;
        ClassLoader loader = LogbackDefaults.class.getClassLoader();
        return OWN_FILES.stream().anyMatch(name -> loader.getResource(name) != null);
    }
}
