package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import quintet.core.docs.DocsApp;

/** Commands called from code: typed options, captured output, checks, errors; and the commands of the core. */
@Isolated
class CommandCallTest {
    private Site site = open(settings -> settings);

    private interface Change {
        Settings to(Settings settings);
    }

    private record Definition(Change change, List<Check> checks, Optional<String> notice)
            implements SiteDefinition, SiteModule {
        @Override
        public Settings settings(Env env) {
            return change.to(Settings.of(env).apps(DocsApp.class).secretKey("very-secret"));
        }

        @Override
        public void configure(SiteBuilder builder) {
            checks.forEach(builder::check);
            builder.service(UnappliedMigrations.class, site -> () -> notice);
        }
    }

    private static Site open(Change change, Check... checks) {
        return Site.open(new Definition(change, List.of(checks), Optional.of("Something waits.")), Env.of(Map.of()));
    }

    private void reopen(Change change, Check... checks) {
        site.close();
        site = open(change, checks);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @CommandLine.Command(description = "Adds.")
    private static final class Adding extends Command {
        @CommandLine.Option(names = "--first")
        private int first = 1;

        @CommandLine.Option(names = "--dry-run")
        private boolean dryRun;

        @CommandLine.Parameters(arity = "0..*")
        private List<Integer> more = List.of();

        @Override
        public boolean requiresMigrationsChecks() {
            return true;
        }

        @Override
        protected void handle() throws Exception {
            if (first < 0) {
                throw new java.io.IOException("negative");
            }
            out().println((dryRun ? "would be " : "")
                    + (first + more.stream().mapToInt(i -> i).sum()));
            err().println("careful");
        }
    }

    @Test
    void optionsAreFieldsOfTheCommandAndOutputIsKept() {
        CommandCall.Result result = CommandCall.of(new Adding(), c -> {
                    c.first = 4;
                    c.dryRun = true;
                })
                .run(site);
        assertThat(result.out()).isEqualTo("would be 4\n");
        assertThat(result.err()).contains("careful").contains("Something waits.");
        assertThat(CommandCall.of(new Adding(), c -> c.more = List.of(2, 3))
                        .run(site)
                        .out())
                .isEqualTo("6\n");
    }

    @Test
    void optionsByNameAreWrittenInAnyCase() {
        CommandCall call = CommandCall.of("closeorders").option("dryRun", true).option("days", 3);
        assertThat(call).hasToString("closeorders --dry-run --days=3");
        assertThat(call.run(site).out()).isEqualTo("Would close orders older than 3 days.\n");
        assertThat(site.call(() -> CommandCall.of("stock", "add", "5").run().out()))
                .isEqualTo("Added 5.\n");
        assertThat(CommandCall.of("stock", "add", "5").option("-v", 0).run(site).out())
                .isEmpty();
        assertThat(CommandCall.of("stock")
                        .arguments("add", 5, "--verbosity", 2)
                        .run(site)
                        .out())
                .isEqualTo("Added 5.\nSite: Site[docs]\n");
    }

    @Test
    void failuresAreExceptions() {
        assertThatThrownBy(() -> CommandCall.of("closeorder").run(site))
                .isInstanceOf(CommandError.class)
                .hasMessage("Unknown command: 'closeorder'. Did you mean 'closeorders'?");
        assertThatThrownBy(() -> CommandCall.of("closeorders").option("dais", 3).run(site))
                .isInstanceOf(CommandError.class)
                .hasMessageContaining("Unknown option: '--dais'. Did you mean '--days'?");
        assertThatThrownBy(() -> CommandCall.of("stock", "empty").run(site))
                .isInstanceOfSatisfying(
                        CommandError.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessage("Nothing was changed.");
        assertThatThrownBy(() -> CommandCall.of(new Adding(), c -> c.first = -1).run(site))
                .isInstanceOf(CommandError.class)
                .hasRootCauseMessage("negative");
        assertThatThrownBy(() -> CommandCall.of("stock", "add", "5", "-v", "7").run(site))
                .hasMessageContaining("--verbosity is 0, 1, 2 or 3, not '7'.");
        assertThatThrownBy(() -> CommandCall.of("stock", "ad", "5").run(site)).hasMessageContaining("ad");
    }

    @Test
    void checksRunOnlyWhenAskedFor() {
        reopen(s -> s, Check.of("docs", s -> List.of(CheckMessage.error("d.E001", "Wrong.", null, "docs"))));
        assertThat(CommandCall.of("stock", "add", "1").run(site).out()).isEqualTo("Added 1.\n");
        assertThatThrownBy(
                        () -> CommandCall.of("stock", "add", "1").withChecks().run(site))
                .isInstanceOf(CommandError.class)
                .hasMessageContaining("ERRORS:\ndocs: (d.E001) Wrong.");
    }

    @Test
    void checkReportsByLevelAndFailsFromALevelOn() {
        reopen(
                s -> s.silencedChecks("d.W002"),
                Check.of(
                        "docs",
                        s -> List.of(
                                CheckMessage.warning("d.W001", "Strange.", "Look.", "docs.Book"),
                                CheckMessage.warning("d.W002", "Stranger.", null, null))),
                Check.deploy("live", s -> List.of(CheckMessage.error("d.E001", "Not live.", null, null))),
                Check.database("db", (s, alias) -> List.of(CheckMessage.warning("d.W003", alias, null, null))));
        assertThat(CommandCall.of("check").run(site).out())
                .isEqualTo("System check identified some issues:\n\nWARNINGS:\ndocs.Book: (d.W001) Strange.\n"
                        + "\tHINT: Look.\n\nSystem check identified 1 issue (1 silenced).\n");
        assertThat(CommandCall.of("check", "docs").run(site).out()).contains("Strange");
        assertThat(CommandCall.of("check", "-t", "db").run(site).out())
                .isEqualTo("System check identified no issues (0 silenced).\n");
        assertThat(CommandCall.of("check", "-t", "db", "--database", "other")
                        .run(site)
                        .out())
                .contains("?: (d.W003) other");
        assertThat(CommandCall.of("check", "--list-tags").run(site).out()).isEqualTo("db\ndocs\n");
        assertThat(CommandCall.of("check", "--list-tags", "--deploy").run(site).out())
                .isEqualTo("db\ndocs\nlive\n");
        assertThatThrownBy(() -> CommandCall.of("check", "--deploy").run(site)).hasMessageContaining("Not live.");
        assertThatThrownBy(
                        () -> CommandCall.of("check", "--fail-level", "WARNING").run(site))
                .hasMessageContaining("Strange");
        assertThatThrownBy(() -> CommandCall.of("check", "--tag", "live").run(site))
                .hasMessageContaining("--deploy only");
        assertThatThrownBy(() -> CommandCall.of("check", "doks").run(site))
                .hasMessageContaining("No installed app with label 'doks'. Did you mean 'docs'?");
    }

    @Test
    void diffsettingsShowsWhatChangedAndHidesSecrets() {
        reopen(s -> s.debug(true).language("pt"));
        assertThat(CommandCall.of("diffsettings").run(site).out())
                .isEqualTo("debug = true\nsecretKey = ********************\n"
                        + "apps = [quintet.core.docs.DocsApp]\nlanguage = pt\n");
        assertThat(CommandCall.of("diffsettings", "--all").run(site).out())
                .contains("### useTz = true")
                .contains("debug = true");
        assertThat(CommandCall.of("diffsettings", "--output", "unified")
                        .run(site)
                        .out())
                .contains("- debug = false\n+ debug = true\n");
        assertThat(CommandCall.of("diffsettings", "--default", OtherProject.class.getName())
                        .run(site)
                        .out())
                .contains("debug = true")
                .doesNotContain("language");
        assertThatThrownBy(() ->
                        CommandCall.of("diffsettings", "--default", "no.Such").run(site))
                .hasMessageContaining("There is no class 'no.Such'.");
    }

    /** What diffsettings compares with. */
    static final class OtherProject implements SiteDefinition {
        @Override
        public Settings settings(Env env) {
            return Settings.of(env).language("pt");
        }
    }

    @Test
    void helpListsAndExplains() {
        String list = CommandCall.of("help").run(site).out();
        assertThat(list).contains("[quintet]").contains("[docs]").containsPattern("stock +Changes what is in stock\\.");
        assertThat(CommandCall.of("help", "--commands").run(site).out().lines())
                .contains("check", "closeorders", "help", "stock");
        assertThat(Commands.tree(site, Terminal.system("./manage"))
                        .getSubcommands()
                        .get("stock")
                        .getUsageMessage())
                .startsWith("Usage: ./manage stock ");
        assertThat(CommandCall.of("help", "closeorders").run(site).out())
                .contains("--dry-run")
                .contains("--verbosity")
                .contains("Closes orders that nobody paid.");
        assertThat(CommandCall.of("stock", "--help").run(site).out())
                .contains("add")
                .contains("empty");
        assertThat(CommandCall.of("version").run(site).out()).isEqualTo(Version.current() + "\n");
        assertThat(CommandCall.of("stock", "--version").run(site).out()).contains(Version.current());
        assertThatThrownBy(() -> CommandCall.of("help", "stok").run(site)).hasMessageContaining("'stock'");
    }

    @Test
    void completionIsAScriptThatKnowsCommandsAndOptions() {
        assertThat(CommandCall.of("completion", "bash").run(site).out())
                .contains("closeorders")
                .contains("--dry-run")
                .contains("compdef");
        assertThatThrownBy(() -> CommandCall.of("completion", "fish").run(site)).hasMessageContaining("bash and zsh");
    }

    @Test
    void coloursComeOnlyWhenForced() {
        assertThat(CommandCall.of("stock", "add", "5", "--force-color")
                        .run(site)
                        .out())
                .isEqualTo("\u001b[1;32mAdded 5.\u001b[0m\n");
        assertThat(CommandCall.of("stock", "add", "5", "--no-color").run(site).out())
                .isEqualTo("Added 5.\n");
    }
}
