package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.fields.CharField;
import quintet.fields.ChoiceList;
import quintet.fields.IntegerField;
import quintet.orm.Database;
import shop.Crate;
import shop.Crate_;
import shop.ShopApp;

/** Choices that models and records declare: groups, and those asked for anew by each form. */
class DeclaredChoicesTest {
    private static final FormSpec<Crate> CRATE = FormSpec.of(Crate.class, Crate_.stuff, Crate_.shelf, Crate_.size);

    /** A form with the same choices. */
    record Wanted(
            @CharField(choicesFrom = Crate.Shelves.class) String shelf,

            @IntegerField(choicesFrom = Crate.Sizes.class, blank = true)
            Integer size) {}

    private static final FormSpec<Wanted> WANTED = FormSpec.of(Wanted.class);

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-model-forms")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .apps(ShopApp.class),
                Env.of(Map.of()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String html(Form<?> form, String field) {
        return form.field(field).toString().replaceAll("\\s*\n\\s*", "");
    }

    @Test
    void groupsAreOptgroups() {
        assertThat(html(CRATE.unbound(), "stuff"))
                .isEqualTo("<select name=\"stuff\" id=\"id_stuff\">"
                        + "<option value=\"\" selected>- Select an option -</option>"
                        + "<optgroup label=\"Wood\"><option value=\"OAK\">Oak</option><option value=\"ASH\">Ash</option></optgroup>"
                        + "<option value=\"STEEL\">Steel</option></select>");
    }

    @Test
    void choicesOfOneFormAreThoseOfItsTime() {
        Form<Crate> early = CRATE.unbound();
        ChoiceList before = Crate.Shelves.NOW.getAndSet(ChoiceList.of("b", "Shelf B"));
        try {
            assertThat(html(CRATE.unbound(), "shelf")).contains("Shelf B").doesNotContain("Shelf A");
            Form<Crate> sent = CRATE.read(FormData.parse("shelf=a"));
            assertThat(sent.errors().messages())
                    .containsEntry("shelf", List.of("Select a valid choice. a is not one of the available choices."));
        } finally {
            Crate.Shelves.NOW.set(before);
        }
        assertThat(early).isNotNull();
        assertThat(CRATE.read(FormData.parse("shelf=a")).errors().messages()).isEmpty();
    }

    @Test
    void aChoiceOfNothingAmongThemTakesThePlaceOfTheUsualOne() {
        assertThat(html(CRATE.unbound(), "size"))
                .isEqualTo("<select name=\"size\" id=\"id_size\"><option value=\"\" selected>Any size</option>"
                        + "<option value=\"1\">One</option></select>");
        assertThat(html(CRATE.unbound(), "shelf")).contains("- Select an option -");
    }

    @Test
    void chosenValuesHaveTheTypeOfTheField() {
        Form<Crate> form = CRATE.read(FormData.parse("shelf=a&size=1&stuff=ASH"));
        Crate crate = ((Form.Valid<Crate>) form).data();
        assertThat(crate.size).isEqualTo(1);
        assertThat(crate.stuff).isEqualTo(Crate.Stuff.ASH);
        assertThat(((Form.Valid<Crate>) CRATE.read(FormData.parse("shelf=a&size="))).data().size)
                .isNull();
    }

    @Test
    void recordsDeclareThemToo() {
        Form<Wanted> form = WANTED.read(FormData.parse("shelf=a&size=1"));
        assertThat(((Form.Valid<Wanted>) form).data()).isEqualTo(new Wanted("a", 1));
        assertThat(WANTED.read(FormData.parse("shelf=x&size=1")).errors().messages())
                .containsKey("shelf");
    }
}
