package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.fields.Range;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.Transactions;
import shop.ShopApp;
import shop.Thing;
import shop.Tool;

/** Model forms with columns that only PostgreSQL has; what they read needs no server. */
class ListAndRangeModelFormTest {
    private static final FormSpec<Tool> TOOL = FormSpec.allOf(Tool.class);

    private Site site;

    @BeforeEach
    void open() {
        site = openOn(ConnectionUrl.parse("sqlite::memory:"));
    }

    private static Site openOn(ConnectionUrl url) {
        return Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-model-forms")
                        .with(Database.of(url))
                        .apps(ShopApp.class),
                Env.of(Map.of()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Tool read(String sent) {
        Form<Tool> form = TOOL.read(FormData.parse(sent));
        assertThat(form.errors().messages()).isEmpty();
        return ((Form.Valid<Tool>) form).data();
    }

    @Test
    void listsRangesAndTextsByKeysAreRead() {
        Tool tool = read("name=drill&tags=a,b&sizes=1,,3&grid=1,2|3,4&fits=SMALL,LARGE&labels={\"maker\": \"x\"}"
                + "&share_0=5&share_1=50&sold_0=2024-01-02&sold_1=&open_0=2024-01-02 03:04:05&open_1=");
        assertThat(tool.tags).containsExactly("a", "b");
        assertThat(tool.sizes).isEqualTo(Arrays.asList(1, null, 3));
        assertThat(tool.grid).isEqualTo(List.of(List.of(1, 2), List.of(3, 4)));
        assertThat(tool.fits).containsExactly(Thing.Size.SMALL, Thing.Size.LARGE);
        assertThat(tool.labels).isEqualTo(Map.of("maker", "x"));
        assertThat(tool.share).isEqualTo(Range.of(5, 50));
        assertThat(tool.sold).isEqualTo(Range.from(LocalDate.of(2024, 1, 2)));
        assertThat(tool.open).isEqualTo(Range.from(Instant.parse("2024-01-02T03:04:05Z")));
    }

    @Test
    void whatIsLeftOutStaysEmpty() {
        Tool tool = read("name=drill");
        assertThat(tool.tags).isEmpty();
        assertThat(tool.sizes).isNullOrEmpty();
        assertThat(tool.labels).isEmpty();
        assertThat(tool.share).isNull();
    }

    @Test
    void theFormShowsWhatARowHas() {
        Tool tool = new Tool();
        tool.tags = List.of("a", "b");
        tool.sizes = Arrays.asList(1, null, 3);
        tool.grid = List.of(List.of(1, 2), List.of(3, 4));
        tool.fits = List.of(Thing.Size.LARGE);
        tool.share = Range.of(5, 50);
        tool.open = Range.from(Instant.parse("2024-01-02T03:04:05Z"));
        Bound form = TOOL.instance(tool).unbound().raw();
        assertThat(form.find("words")).as("nothing people write").isNull();
        assertThat(form.field("tags").toString()).contains("value=\"a,b\"");
        assertThat(form.field("sizes").toString()).contains("value=\"1,,3\"");
        assertThat(form.field("grid").toString()).contains("value=\"1,2|3,4\"");
        assertThat(form.field("fits").toString()).contains("value=\"LARGE\"");
        assertThat(form.field("share").toString())
                .contains("name=\"share_0\" value=\"5\"", "name=\"share_1\" value=\"50\"");
        assertThat(form.field("open").toString()).contains("name=\"open_0\" value=\"2024-01-02 03:04:05\"");
        Bound same = TOOL.instance(tool)
                .read(FormData.parse("name=x&tags=a,b&sizes=1,,3&grid=1,2|3,4&fits=LARGE&labels=&share_0=5&share_1=50"
                        + "&open_0=2024-01-02 03:04:05&open_1="))
                .raw();
        assertThat(same.changedData()).containsExactly("name");
    }

    @Test
    void wrongInputIsNamed() {
        Form<Tool> form = TOOL.read(FormData.parse(
                "name=drill&tags=a,b,c,d&sizes=1,x&grid=1,2|3&labels={\"a\": 1}" + "&fits=HUGE&share_0=60&share_1=50"));
        assertThat(form.errors().messages())
                .containsEntry("tags", List.of("List contains 4 items, it should contain no more than 3."))
                .containsEntry("sizes", List.of("Item 2 in the array did not validate: Enter a whole number."))
                .containsEntry("grid", List.of("Nested arrays must have the same length."))
                .containsEntry("labels", List.of("Some keys were missing: maker"))
                .containsEntry("share", List.of("The start of the range must not exceed the end of the range."));
        assertThat(form.errors().messages().get("fits").getFirst())
                .startsWith("Item 1 in the array did not validate: Select a valid choice.");
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "QUINTET_TEST_POSTGRES",
            matches = ".+",
            disabledReason = "no PostgreSQL server")
    void whatWasReadIsStored() {
        ConnectionUrl url =
                ConnectionUrl.parse(System.getenv("QUINTET_TEST_POSTGRES").substring("jdbc:".length()));
        site.close();
        site = openOn(url);
        Transactions.atomic(() -> {
            Db db = Databases.current().main();
            db.execute("CREATE EXTENSION IF NOT EXISTS hstore");
            db.execute("CREATE TEMPORARY TABLE shop_tool (id bigserial, name text, tags varchar(5)[], sizes int[],"
                    + " grid int[][], fits varchar[], labels hstore, share int4range, sold daterange, open tstzrange,"
                    + " words tsvector)");
            Tool read = read("name=drill&tags=a,b&sizes=1,,3&grid=1,2|3,4&fits=SMALL&labels={\"maker\": \"x\"}"
                    + "&share_0=5&share_1=50&sold_0=2024-01-02&sold_1=&open_0=2024-01-02 03:04:05&open_1=");
            read.save();
            Tool tool = Tool.objects.get("pk", read.id);
            assertThat(tool.tags).containsExactly("a", "b");
            assertThat(tool.sizes).isEqualTo(Arrays.asList(1, null, 3));
            assertThat(tool.grid).isEqualTo(List.of(List.of(1, 2), List.of(3, 4)));
            assertThat(tool.fits).containsExactly(Thing.Size.SMALL);
            assertThat(tool.labels).isEqualTo(Map.of("maker", "x"));
            assertThat(tool.share).isEqualTo(Range.of(5, 50));
            assertThat(tool.sold).isEqualTo(Range.from(LocalDate.of(2024, 1, 2)));
            assertThat(tool.open).isEqualTo(Range.from(Instant.parse("2024-01-02T03:04:05Z")));
            db.execute("DROP TABLE shop_tool");
        });
    }

    @Test
    void aListMayHaveInputsOfItsOwn() {
        // region: split
        FormSpec<Tool> spec = FormSpec.allOf(Tool.class)
                .field(
                        "tags",
                        tags -> Fields.splitArrayField(
                                        Fields.charField().maxLength(5).required(false), 3)
                                .removeTrailingNulls(true)
                                .required(false)
                                .label("Tags"));
        // endregion
        Form<Tool> form = spec.read(FormData.parse("name=drill&tags_0=a&tags_1=&tags_2="));
        assertThat(((Form.Valid<Tool>) form).data().tags).containsExactly("a");
    }
}
