package quintet.test.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.test.QuintetAssertions.assertContains;
import static quintet.test.QuintetAssertions.assertInHtml;
import static quintet.test.QuintetAssertions.assertNumQueries;
import static quintet.test.QuintetAssertions.assertRedirects;
import static quintet.test.QuintetAssertions.assertTemplateUsed;

import notes.Note;
import notes.Notes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quintet.test.Client;
import quintet.test.ClientResponse;
import quintet.test.OverrideSettings;
import quintet.test.QuintetTest;

// region: class
@QuintetTest(project = Notes.class)
class QuintetTestExample {
    @BeforeAll
    static void write() {
        Note.objects.create(note -> note.text = "Water the plants");
    }

    @Test
    void listsTheNotes(Client client) {
        ClientResponse page = client.get("/notes/");
        assertContains(page, "Water the plants");
        assertTemplateUsed(page, "notes/list.html");
        assertInHtml("<li>Water the plants</li>", page.text());
        assertNumQueries(1, () -> client.get("/notes/"));
    }
    // endregion

    // region: forms
    @Test
    void addsANote(Client client) {
        ClientResponse form = client.get("/notes/").link("Add a note").follow();
        ClientResponse list =
                form.form().set("text", "Buy milk").set("weight", 2).submit("Save");
        assertRedirects(list, "/notes/");
        assertContains(list, "Buy milk");
    }
    // endregion

    // region: settings
    @Test
    void speaksGerman() {
        OverrideSettings.run(settings -> settings.language("de"), site -> {
            ClientResponse page = Client.of(site).get("/notes/");
            assertThat(page.request().orElseThrow().path()).isEqualTo("/notes/");
        });
    }
    // endregion
}
