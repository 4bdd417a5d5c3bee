package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import flawed.FlawedApp;
import java.util.List;
import java.util.Map;
import members.Member;
import members.MembersApp;
import org.junit.jupiter.api.Test;
import press.PressApp;
import quintet.core.CheckMessage;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.internal.checks.ModelChecks;
import quintet.orm.internal.checks.SupportChecks;
import survey.SurveyApp;

/** Mistakes in models that the compiler cannot see. */
class ModelChecksTest {
    private static Settings settings(Env env) {
        return Settings.of(env)
                .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                .with(Database.of(ConnectionUrl.parse("sqlite::memory:")));
    }

    @Test
    void soundModelsHaveNothingToTell() {
        try (Site site = Site.open(env -> settings(env).apps(PressApp.class, SurveyApp.class), Env.of(Map.of()))) {
            assertThat(site.call(() -> ModelChecks.check(site))).isEmpty();
        }
    }

    @Test
    void mistakesAreNamedWithDjangosIds() {
        try (Site site = Site.open(env -> settings(env).apps(FlawedApp.class), Env.of(Map.of()))) {
            List<CheckMessage> found = site.call(() -> ModelChecks.check(site));
            assertThat(found)
                    .extracting(CheckMessage::id)
                    .containsExactlyInAnyOrder(
                            "models.E015",
                            "models.E012",
                            "models.E013",
                            "models.E007",
                            "models.E033",
                            "models.E034",
                            "models.E028",
                            "models.E032",
                            "models.E021",
                            "fields.E311",
                            "fields.E321",
                            "flawed.E001");
            assertThat(found)
                    .filteredOn(m -> m.id().equals("models.E015"))
                    .singleElement()
                    .satisfies(m -> assertThat(m.hint()).isEqualTo("Did you mean 'title'?"));
        }
    }

    @Test
    void aReferenceToAModelThatIsNotUsedIsAnError() {
        try (Site site = Site.open(
                env -> settings(env)
                        .with(ModelSetting.of("SURVEY_ACCOUNT", Member.class))
                        .apps(SurveyApp.class, MembersApp.class, FlawedApp.class),
                Env.of(Map.of()))) {
            assertThat(site.call(() -> ModelChecks.check(site)))
                    .extracting(CheckMessage::id)
                    .contains("fields.E301");
        }
    }

    @Test
    void whatADatabaseLeavesOutIsToldWhenAskedFor() {
        try (Site site = Site.open(env -> settings(env).apps(PressApp.class), Env.of(Map.of()))) {
            assertThat(site.call(() -> SupportChecks.check(site, "default")))
                    .extracting(CheckMessage::id)
                    .contains("models.W046", "models.W047", "models.W040", "fields.W163")
                    .doesNotContain("models.W037");
        }
    }

    @Test
    void aNameOfTwoWaysBackIsRefused() {
        try (Site site = Site.open(env -> settings(env).apps(FlawedApp.class), Env.of(Map.of()))) {
            assertThat(site.call(() -> org.assertj.core.api.Assertions.catchThrowable(() -> flawed.Shelf.objects
                            .filter("flawedbook__title", "x")
                            .list())))
                    .hasMessageContaining("is the way back of flawed.FlawedBook.shelf and of flawed.FlawedBook.second");
        }
    }
}
