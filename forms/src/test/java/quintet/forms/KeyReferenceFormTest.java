package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.KeyText;
import quintet.orm.ModelMeta;
import quintet.orm.Ref;
import yard.Bay;
import yard.Cart;
import yard.Cart_;
import yard.YardApp;

/** Model forms whose rows are named by keys with several fields. */
class KeyReferenceFormTest {
    // region: form
    private static final FormSpec<Cart> CART =
            FormSpec.of(Cart.class, Cart_.name, Cart_.bay(), Cart_.shelter(), Cart_.visits());
    // endregion

    private Site site;
    private Bay a1;
    private Bay a2;
    private Bay odd;

    @BeforeEach
    @BeforeTry
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-model-forms")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .apps(YardApp.class),
                Env.of(Map.of()));
        Db db = Databases.current().main();
        db.execute("CREATE TABLE yard_bay (\"row\" text NOT NULL, number integer NOT NULL, covered bool NOT NULL,"
                + " PRIMARY KEY (\"row\", number))");
        db.execute("CREATE TABLE yard_cart (id integer PRIMARY KEY AUTOINCREMENT, name text NOT NULL,"
                + " bay_row text NOT NULL, bay_number integer NOT NULL, shelter_row text, shelter_number integer)");
        db.execute("CREATE TABLE yard_cart_visits (id integer PRIMARY KEY AUTOINCREMENT, cart_id integer NOT NULL,"
                + " bay_row text NOT NULL, bay_number integer NOT NULL)");
        a1 = bay("A", 1, false);
        a2 = bay("A", 2, true);
        odd = bay("x,\"y]", 7, true);
    }

    @AfterEach
    @AfterTry
    void close() {
        site.close();
    }

    private static Bay bay(String row, int number, boolean covered) {
        return Bay.objects.create(b -> {
            b.row = row;
            b.number = number;
            b.covered = covered;
        });
    }

    private static String sent(Object key) {
        return URLEncoder.encode(KeyText.of(key), StandardCharsets.UTF_8);
    }

    private static Form<Cart> read(String data) {
        return CART.read(FormData.parse(data));
    }

    @Test
    void choicesAreNamedByAllValuesOfTheKey() {
        String html = CART.unbound().field("bay").toString();
        assertThat(html)
                .contains("<option value=\"[&quot;A&quot;, &quot;1&quot;]\">Bay A1</option>")
                .contains("<option value=\"[&quot;x,\\&quot;y]&quot;, &quot;7&quot;]\">");
        assertThat(CART.unbound().field("shelter").toString()).doesNotContain("Bay A1");
    }

    @Test
    void savesAndShowsReferences() {
        Form<Cart> form = read("name=c&bay=" + sent(odd.key()) + "&shelter=" + sent(a2.key()) + "&visits="
                + sent(a1.key()) + "&visits=" + sent(odd.key()));
        assertThat(form.errors().messages()).isEmpty();
        Cart saved = ((Form.Valid<Cart>) form).save();
        Cart found = Cart.objects.get(saved.id);
        assertThat(found.bay.get()).isEqualTo(odd);
        assertThat(found.shelter.get()).isEqualTo(a2);
        assertThat(found.visits.list()).containsExactlyInAnyOrder(a1, odd);
        String html = CART.instance(found).unbound().field("bay").toString();
        assertThat(html).contains("value=\"[&quot;x,\\&quot;y]&quot;, &quot;7&quot;]\" selected");
        assertThat(CART.instance(found).unbound().field("visits").toString())
                .contains("value=\"[&quot;A&quot;, &quot;1&quot;]\" selected")
                .doesNotContain("value=\"[&quot;A&quot;, &quot;2&quot;]\" selected");
        Form<Cart> again = CART.instance(found)
                .read(FormData.parse("name=d&bay=" + sent(odd.key()) + "&shelter=&visits=" + sent(odd.key())
                        + "&visits=" + sent(a1.key())));
        assertThat(again.raw().changedData()).containsExactly("name", "shelter");
        Cart changed = ((Form.Valid<Cart>) again).save();
        assertThat(Cart.objects.get(changed.id).shelter).isNull();
    }

    @Test
    void refusesWhatIsNoKeyOrNotOffered() {
        String invalid = "Select a valid choice. That choice is not one of the available choices.";
        for (String wrong : List.of(
                "1",
                "A,1",
                "[\"A\"]",
                "[\"A\", \"x\"]",
                "[\"A\", [1]]",
                "[\"A\", 1",
                "[\"A\", \"9\"]",
                "[\"A\", null]",
                "[\"A\", \"99999999999\"]",
                "{\"A\": 1}",
                "[\"A\\u0000\", 1]")) {
            assertThat(read("name=c&bay=" + URLEncoder.encode(wrong, StandardCharsets.UTF_8))
                            .errors()
                            .messages())
                    .as(wrong)
                    .containsEntry("bay", List.of(invalid));
        }
        assertThat(read("name=c&bay=" + sent(a1.key()) + "&shelter=" + sent(a1.key()))
                        .errors()
                        .messages())
                .containsEntry("shelter", List.of(invalid));
        assertThat(read("name=c&bay=" + sent(a1.key()) + "&visits=7").errors().messages())
                .containsEntry("visits", List.of("“7” is not a valid value."));
        assertThat(read("name=c&bay=" + sent(a1.key()) + "&visits=" + sent(List.of("B", 1)))
                        .errors()
                        .messages())
                .containsEntry(
                        "visits",
                        List.of("Select a valid choice. [\"B\", \"1\"] is not one of the available choices."));
        assertThat(read("name=c&bay=").errors().messages()).containsEntry("bay", List.of("This field is required."));
    }

    @Test
    void initialValuesMayBeKeysRowsOrReferences() {
        ModelChoiceSpec one = Fields.modelChoiceField(() -> Bay.objects.all());
        assertThat(one.prepare(a1.key())).isEqualTo("[\"A\", \"1\"]");
        assertThat(one.prepare(a1)).isEqualTo("[\"A\", \"1\"]");
        assertThat(one.prepare(Ref.of(a1))).isEqualTo("[\"A\", \"1\"]");
        assertThat(one.hasChanged(a1.key(), "[\"A\",1]")).isFalse();
        assertThat(one.hasChanged(a1.key(), "[\"A\", \"2\"]")).isTrue();
        ModelChoiceSpec many = Fields.modelMultipleChoiceField(() -> Bay.objects.all());
        assertThat(many.prepare(List.of(a1.key(), a2))).isEqualTo(List.of("[\"A\", \"1\"]", "[\"A\", \"2\"]"));
        assertThat(many.hasChanged(List.of(a1, a2), List.of("[\"A\",2]", "[\"A\", \"1\"]")))
                .isFalse();
    }

    @Property(tries = 60)
    void everyTextSurvives(@ForAll("rows") String row, @ForAll int number) {
        assertThat(KeyText.read(ModelMeta.of(Bay.class), KeyText.of(List.of(row, number))))
                .contains(List.of(row, number));
        KeyText.read(ModelMeta.of(Bay.class), row);
    }

    @Provide
    Arbitrary<String> rows() {
        return Arbitraries.strings().ofMaxLength(12).excludeChars('\0');
    }
}
