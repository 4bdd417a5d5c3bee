package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gallery.GalleryApp;
import gallery.Work;
import gallery.Work_;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.fields.ChoiceList;
import quintet.fields.ValidationError;
import quintet.orm.internal.migrations.ModelStates;
import quintet.orm.internal.migrations.ProjectState;

/** Choices in groups and choices made when they are asked for: labels, validation, migrations. */
class ChoicesTest {
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

    private static Work work(String room) {
        Work work = new Work();
        work.title = "Untitled";
        work.room = room;
        return work;
    }

    @Test
    void aConstantInAGroupHasItsLabel() {
        Work work = work("");
        work.medium = Work.Medium.WATERCOLOUR;
        assertThat(work.display(Work_.medium)).isEqualTo("Watercolour");
        assertThat(ModelMeta.of(Work.class).field("medium").choicePairs()).hasSize(4);
    }

    @Test
    void constantsOfOneGroupStandTogetherInMigrations() {
        assertThat(option("medium"))
                .isEqualTo(List.of(
                        List.of("Paint", List.of(List.of("o", "Oil"), List.of("w", "Watercolour"))),
                        List.of("Metal", List.of(List.of("b", "Bronze"))),
                        List.of("u", "Unknown")));
    }

    @Test
    void choicesMadeWhenAskedForAreKeptByTheirNameInMigrations() {
        assertThat(option("room")).isEqualTo(new FieldState.Call("gallery.Work$Rooms"));
        assertThat(option("retouched")).isEqualTo(new FieldState.Call("gallery.Work$Paints"));
    }

    private static Object option(String field) {
        ProjectState state = ModelStates.of(List.of(ModelMeta.of(Work.class)));
        return state.models()
                .values()
                .iterator()
                .next()
                .fields()
                .get(field)
                .options()
                .get("choices");
    }

    @Test
    void whatIsOfferedNowDecidesLabelsAndValidity() {
        Work work = work("a");
        work.floor = 1;
        work.fullClean();
        assertThat(work.display("room")).isEqualTo("Attic");
        assertThat(work.display(Work_.floor)).isEqualTo("First");
        ChoiceList before = Work.Rooms.NOW.getAndSet(ChoiceList.of(Map.of("s", "South")));
        try {
            assertThat(work.display("room")).isEqualTo("a");
            assertThatThrownBy(work::fullClean)
                    .isInstanceOf(ValidationError.class)
                    .hasMessageContaining("Value 'a' is not a valid choice.");
        } finally {
            Work.Rooms.NOW.set(before);
        }
    }

    @Test
    void aNumberThatIsNotOfferedIsRefused() {
        Work work = work("");
        work.floor = 7;
        assertThatThrownBy(work::fullClean).hasMessageContaining("Value 7 is not a valid choice.");
    }

    @Test
    void constantsThatAreNotOfferedAreRefused() {
        Work work = work("");
        work.retouched = Work.Medium.WATERCOLOUR;
        work.fullClean();
        work.retouched = Work.Medium.BRONZE;
        assertThatThrownBy(work::fullClean).hasMessageContaining("Value 'b' is not a valid choice.");
    }

    @Test
    void choicesAreStoredAndFoundAsBefore() {
        Work work = work("n");
        work.retouched = Work.Medium.OIL;
        work.save();
        Work found = Work.objects.get(Work_.room.eq("n"));
        assertThat(found.retouched).isEqualTo(Work.Medium.OIL);
        assertThat(Work.objects.filter(Work_.floor.isNull()).count()).isEqualTo(1);
    }
}
