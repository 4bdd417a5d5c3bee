package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.test.QuintetAssertions.assertContains;
import static quintet.test.QuintetAssertions.assertFormError;
import static quintet.test.QuintetAssertions.assertInHtml;
import static quintet.test.QuintetAssertions.assertNotContains;
import static quintet.test.QuintetAssertions.assertNumQueries;
import static quintet.test.QuintetAssertions.assertQuerySetEquals;
import static quintet.test.QuintetAssertions.assertRedirects;
import static quintet.test.QuintetAssertions.assertTemplateNotUsed;
import static quintet.test.QuintetAssertions.assertTemplateUsed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import notes.Note;
import notes.Note_;
import notes.Notes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import quintet.core.Site;
import quintet.forms.Form;
import quintet.orm.Databases;
import quintet.orm.IntegrityError;
import quintet.orm.Transactions;

@QuintetTest(project = Notes.class)
class QuintetTestTest {
    private static Note shared;

    @BeforeAll
    static void writeForAllTests() {
        shared = Note.objects.create(note -> note.text = "shared");
    }

    @BeforeEach
    void writeForEachTest() {
        Note.objects.create(note -> note.text = "each");
    }

    @AfterEach
    void stillInsideTheSite() {
        assertThat(Note.objects.filter(Note_.text.eq("shared")).exists()).isTrue();
    }

    @RepeatedTest(3)
    void startsFromTheSameRowsEachTime() {
        assertThat(Note.objects.count()).isEqualTo(2);
        Note.objects.create(note -> note.text = "mine");
        Note.objects.filter(Note_.id.eq(shared.id)).update(Note_.text.to("changed"));
        Note.objects.create(note -> note.text = "shared");
        assertThat(Note.objects.count()).isEqualTo(4);
    }

    @Test
    void transactionsOfTheTestWorkAndTheirActionsRunAfterThem() {
        List<String> ran = new ArrayList<>();
        Transactions.atomic(() -> {
            Note.objects.create(note -> note.text = "kept");
            Transactions.onCommit(() -> ran.add("kept"));
            assertThat(ran).isEmpty();
        });
        assertThatThrownBy(() -> Transactions.atomic(() -> {
                    Note.objects.create(note -> note.text = "undone");
                    Transactions.onCommit(() -> ran.add("undone"));
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(ran).containsExactly("kept");
        assertQuerySetEquals(
                Note.objects.exclude(Note_.text.in(List.of("each", "shared"))),
                List.of(Note.objects.get(Note_.text.eq("kept"))));
    }

    @Test
    void anErrorOfTheDatabaseLeavesTheTestUsable() {
        assertThatThrownBy(() -> Note.objects.create(note -> note.text = "shared"))
                .isInstanceOf(IntegrityError.class);
        assertThat(Note.objects.count()).isEqualTo(2);
    }

    @Test
    void aClientIsGiven(Client client, Site site) {
        assertThat(client.site()).isSameAs(site);
        ClientResponse page = client.get("/notes/");
        assertContains(page, "<li>shared</li>");
        assertNotContains(page, "nothing");
        assertTemplateUsed(page, "notes/list.html");
        assertTemplateUsed(page, "notes/base.html");
        assertTemplateNotUsed(page, "notes/add.html");
        assertInHtml("<ul class='big   notes'><li>each</li>\n<li>shared</li></ul>", page.text());
        assertThat(page.context("notes")).isNotNull();
        assertThatThrownBy(() -> page.context("note")).hasMessageContaining("notes");
    }

    @Test
    void linksAreFollowedAndFormsFilledIn(Client client) {
        ClientResponse form = client.get("/notes/").link("Add a note").follow();
        assertContains(form, "name=\"text\"");
        assertInHtml("<input type=number name=weight id=id_weight min=0 max=5 required>", form.text());
        assertThat(form.form("#note").names()).contains("text", "weight", "csrfmiddlewaretoken");
        ClientResponse again =
                form.form().set("text", "x".repeat(21)).set("weight", 9).submit("Save");
        assertFormError((Form<?>) again.context("form"), "weight", "Ensure this value is less than or equal to 5.");
        assertThat(again.form().value("weight")).isEqualTo("9");
        ClientResponse list = again.form().set("text", "Milk").set("weight", 2).submit();
        assertRedirects(list, "/notes/");
        assertContains(list, "Milk");
        assertThatThrownBy(() -> again.form().set("weigth", 1)).hasMessageContaining("weight");
        assertThatThrownBy(() -> list.link("Add a nite")).hasMessageContaining("Add a note");
    }

    @Test
    void aLiveServerSeesTheRowsOfTheTest(LiveServer server) throws Exception {
        Note.objects.create(note -> note.text = "seen");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String page = http.send(
                            HttpRequest.newBuilder(URI.create(server.url("/notes/")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(page).contains("seen");
        }
    }

    @Test
    void settingsAreOverriddenForAWhileOnTheSameRows() {
        Note.objects.create(note -> note.text = "both");
        OverrideSettings.run(settings -> settings.language("de"), site -> {
            assertThat(Site.current()).isSameAs(site);
            assertThat(site.settings().language()).isEqualTo("de");
            assertContains(Client.of(site).get("/notes/"), "both");
            Note.objects.create(note -> note.text = "from there");
        });
        assertThat(Site.current().settings().language()).isEqualTo("en-us");
        assertThat(Note.objects.filter(Note_.text.eq("from there")).exists()).isTrue();
    }

    @Test
    void queriesAreCounted() {
        assertNumQueries(2, () -> {
            Note.objects.count();
            Note.objects.list();
        });
        assertThatThrownBy(() -> assertNumQueries(0, () -> Note.objects.count()))
                .hasMessageStartingWith("1 queries were made, 0 expected.")
                .hasMessageContaining("notes_note");
    }

    @Test
    void theDatabaseIsInMemoryAndNotTheOneOfTheSettings() {
        assertThat(Databases.current().main().settings().url().path()).isEqualTo(":memory:");
    }

    @Nested
    class InANestedClass {
        @BeforeEach
        void writeMore() {
            Note.objects.create(note -> note.text = "nested");
        }

        @RepeatedTest(2)
        void rowsOfTheOuterClassAreThere() {
            assertThat(Note.objects.count()).isEqualTo(3);
        }
    }
}
