package quintet.core.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Settings;
import quintet.core.SettingsReport;
import quintet.core.SiteDefinition;

/** {@code diffsettings}: shows which settings differ from the defaults. */
@CommandLine.Command(description = "Shows the settings that differ from the defaults; secrets are hidden.")
public final class DiffSettingsCommand extends Command {
    /** The forms of output. */
    enum Output {
        hash,
        unified
    }

    @Option(names = "--all", description = "also the settings that have their default value")
    private boolean all;

    @Option(
            names = "--default",
            paramLabel = "PROJECT",
            description = "compares with the settings of this project class")
    private @Nullable String other;

    @Option(
            names = "--output",
            description = "hash: changed settings, with ### where there is no default; unified: - default, + value")
    private Output output = Output.hash;

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        Settings settings = site().settings();
        Map<String, String> values = byName(SettingsReport.of(settings));
        Map<String, String> others =
                byName(other == null ? SettingsReport.defaults(settings) : SettingsReport.of(settingsOf(other)));
        values.forEach((name, value) -> {
            String otherwise = others.get(name);
            if (output == Output.unified) {
                unified(name, value, otherwise);
            } else {
                hash(name, value, otherwise);
            }
        });
    }

    /** Several parts of one class, such as databases, get a number from the second on. */
    private static Map<String, String> byName(List<SettingsReport.Entry> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingsReport.Entry entry : entries) {
            String group = entry.group().equals("Settings") ? "" : entry.group();
            String name = name(group, entry.name());
            for (int number = 2; values.containsKey(name); number++) {
                name = name(group + number, entry.name());
            }
            values.put(name, String.valueOf(entry.value()));
        }
        return values;
    }

    private static String name(String group, String name) {
        return group.isEmpty() ? name : group + "." + name;
    }

    private Settings settingsOf(String name) {
        try {
            var constructor = Class.forName(name, true, site().classLoader())
                    .asSubclass(SiteDefinition.class)
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().settings(site().settings().env());
        } catch (ClassNotFoundException e) {
            throw new CommandError("There is no class '" + name + "'. Write its full name, as in mysite.Mysite.");
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new CommandError("'" + name + "' is not a project: " + e.getMessage());
        }
    }

    private void hash(String name, String value, @Nullable String otherwise) {
        if (!value.equals(otherwise)) {
            out().println(name + " = " + value + (otherwise == null ? "  ###" : ""));
        } else if (all) {
            out().println("### " + name + " = " + value);
        }
    }

    private void unified(String name, String value, @Nullable String otherwise) {
        if (!value.equals(otherwise)) {
            if (otherwise != null) {
                out().println(style().error("- " + name + " = " + otherwise));
            }
            out().println(style().success("+ " + name + " = " + value));
        } else if (all) {
            out().println("  " + name + " = " + value);
        }
    }
}
