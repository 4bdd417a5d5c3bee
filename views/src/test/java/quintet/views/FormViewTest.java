package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Routes.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.fields.CharField;
import quintet.forms.Form;
import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.http.Response;
import quintet.sessions.MessagesApp;

class FormViewTest {
    record Question(@CharField(maxLength = 10) String text) {}

    @TempDir
    Path folder;

    static class Ask extends FormView<Question> implements SuccessMessage {
        Ask() {
            form(FormSpec.of(Question.class));
            template("ask.html");
            successUrl("/thanks/{text}/");
        }

        @Override
        protected Response formValid(Request request, Question data, Form.Valid<Question> form) throws Exception {
            if (data.text().equals("no")) {
                return formInvalid(request, form.reject("text", "Say yes."));
            }
            return super.formValid(request, data, form);
        }

        @Override
        public String successMessage() {
            return "%(text)s was heard.";
        }
    }

    @Test
    void aFormIsShownAgainUntilItIsRight() throws IOException {
        Files.writeString(
                folder.resolve("ask.html"),
                "{% for m in messages %}[{{ m }}]{% endfor %}{{ form.text.value|default_if_none:'' }}"
                        + "{% for e in form.text.errors %} {{ e }}{% endfor %}");
        List<String> heard = new ArrayList<>();
        FormView<Question> value = FormView.of(FormSpec.of(Question.class), "ask.html")
                .onValid((request, question) -> heard.add(question.text()))
                .successUrl(question -> "/" + question.text().length() + "/");
        try (TestSite site = TestSite.of(
                settings -> settings.apps(MessagesApp.class)
                        .with(TemplateSettings.defaults().dir(folder)),
                path("ask/", new Ask()),
                path("value/", value))) {
            Response first = site.get("/ask/");
            assertThat(first.text()).isEmpty();
            assertThat(first.cookie("messages"))
                    .as("no cookie to take away, so that the page can be cached")
                    .isNull();
            assertThat(site.post("/ask/", "text", "").text()).isEqualTo(" This field is required.");
            assertThat(site.post("/ask/", "text", "no").text()).isEqualTo("no Say yes.");
            Response sent = site.post("/ask/", "text", "a b");
            assertThat(sent.status()).isEqualTo(302);
            assertThat(sent.header("Location")).isEqualTo("/thanks/a%20b/");
            Response shown = site.get("/ask/");
            assertThat(shown.text()).contains("[a b was heard.]");
            assertThat(shown.cookie("messages").value()).isEmpty();
            assertThat(site.post("/value/", "text", "four").header("Location")).isEqualTo("/4/");
            assertThat(heard).containsExactly("four");
        }
    }
}
