package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gallery.Artist;
import gallery.GalleryApp;
import gallery.Show;
import gallery.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.fields.ValidationError;
import quintet.orm.internal.migrations.ModelStates;
import quintet.orm.internal.migrations.ProjectState;

/** Limits to what relations may point to: forms, validation, migrations. */
class ChoiceLimitsTest {
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-choices")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .apps(GalleryApp.class),
                Env.of(Map.of()));
        site.run(() -> PressSite.createTables(Databases.current().main(), ModelMeta.all()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Artist artist(String name, boolean alive) {
        return Artist.objects.create(a -> {
            a.name = name;
            a.alive = alive;
        });
    }

    private static String offered(String field) {
        return ModelMeta.of(Show.class).field(field).offeredRows().list().stream()
                .map(row -> row instanceof Artist a ? a.name : ((Work) row).title)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void onlyRowsWithinTheLimitAreOffered() {
        artist("Ann", true);
        artist("Abe", false);
        artist("Bob", false);
        artist("Cy", true);
        Work.objects.create(w -> w.title = "oil");
        Work.objects.create(w -> {
            w.title = "bronze";
            w.medium = Work.Medium.BRONZE;
        });
        assertThat(offered("opener")).isEqualTo("Ann");
        assertThat(offered("host")).isEqualTo("Ann Bob");
        assertThat(offered("works")).isEqualTo("oil");
    }

    @Test
    void validationRefusesRowsBeyondTheLimit() {
        Show show = new Show();
        show.name = "Spring";
        show.opener = Ref.of(artist("Ann", true));
        show.host = Ref.of(artist("Bob", true));
        show.fullClean();
        Artist cy = artist("Cy", true);
        show.host = Ref.of(cy);
        assertThatThrownBy(show::fullClean)
                .isInstanceOf(ValidationError.class)
                .hasMessageContaining("artist instance with id " + cy.id + " is not a valid choice.");
    }

    @Test
    void limitsAndValidatorsArePartOfMigrations() {
        assertThat(option("opener", "limit_choices_to")).isEqualTo(Map.of("alive", "true", "name__startswith", "A"));
        assertThat(option("host", "limit_choices_to")).isEqualTo(new FieldState.Call("gallery.Show$Beginners"));
        assertThat(option("works", "limit_choices_to")).isEqualTo(new FieldState.Call("gallery.Show$Oils"));
        assertThat(option("name", "validators")).isEqualTo(List.of(new FieldState.Call("gallery.Show$Calm")));
        assertThat(option("name", "error_messages")).isEqualTo(Map.of("a", "b", "blank", "Name it."));
    }

    private static @Nullable Object option(String field, String option) {
        ProjectState state = ModelStates.of(List.of(ModelMeta.of(Show.class)));
        return state.models()
                .values()
                .iterator()
                .next()
                .fields()
                .get(field)
                .options()
                .get(option);
    }
}
