package quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import quintet.orm.Ref;
import shop.Maker;
import shop.Note;
import shop.Note_;
import shop.ShopApp;
import shop.Sticker;
import shop.Thing;
import shop.Thing_;

/** Model forms on rows of SQLite. */
class ModelFormTest {
    private static final FormSpec<Thing> THING = FormSpec.of(
            Thing.class, Thing_.code, Thing_.maker(), Thing_.since, Thing_.stock, Thing_.size, Thing_.stickers());

    private Site site;
    private Maker maker;
    private Sticker sticker;

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-model-forms")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .apps(ShopApp.class),
                Env.of(Map.of()));
        Db db = Databases.current().main();
        db.execute("CREATE TABLE shop_maker (id integer PRIMARY KEY AUTOINCREMENT, name text NOT NULL)");
        db.execute("CREATE TABLE shop_sticker (id integer PRIMARY KEY AUTOINCREMENT, text text NOT NULL)");
        db.execute("CREATE TABLE shop_thing (id integer PRIMARY KEY AUTOINCREMENT, code text NOT NULL UNIQUE,"
                + " maker_id integer NOT NULL, since date, stock integer NOT NULL, size text NOT NULL)");
        db.execute("CREATE TABLE shop_thing_stickers (id integer PRIMARY KEY AUTOINCREMENT,"
                + " thing_id integer NOT NULL, sticker_id integer NOT NULL)");
        db.execute("CREATE TABLE shop_note (id integer PRIMARY KEY AUTOINCREMENT, text text NOT NULL,"
                + " thing_id text NOT NULL, maker_id integer)");
        maker = Maker.objects.create(m -> m.name = "Ann & Co");
        sticker = Sticker.objects.create(s -> s.text = "new");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Form<Thing> read(String more) {
        return THING.read(FormData.parse("stock=5&size=LARGE&maker=" + maker.id + "&" + more));
    }

    @Test
    void savesANewRowWithItsRelations() {
        Form<Thing> form = read("code=abc&since=2024-02-03&stickers=" + sticker.id);
        assertThat(form.errors().messages()).isEmpty();
        Thing saved = ((Form.Valid<Thing>) form).save();

        Thing found = Thing.objects.get("pk", saved.id);
        assertThat(found.code).isEqualTo("abc");
        assertThat(found.since).isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(found.size).isEqualTo(Thing.Size.LARGE);
        assertThat(found.maker.get()).isEqualTo(maker);
        assertThat(found.stickers.list()).containsExactly(sticker);
    }

    @Test
    void aReferenceToAnotherFieldThanTheKeySendsThatField() {
        ((Form.Valid<Thing>) read("code=abc")).save();
        FormSpec<Note> spec = FormSpec.of(Note.class, Note_.text, Note_.thing());
        Form<Note> form = spec.read(FormData.parse("text=x&thing=abc"));
        assertThat(form.errors().messages()).isEmpty();
        Note note = ((Form.Valid<Note>) form).save();
        assertThat(note.thing.get().code).isEqualTo("abc");
        Note found = Note.objects.get("pk", note.id);
        assertThat(spec.instance(found).unbound().field("thing").toString())
                .contains("<option value=\"abc\" selected>");
        assertThat(spec.read(FormData.parse("text=x&thing=1")).errors().messages())
                .containsKey("thing");
    }

    @Test
    void onlyRowsWithinALimitAreOfferedAndTaken() {
        Maker bob = Maker.objects.create(m -> m.name = "Bob");
        FormSpec<Note> spec = FormSpec.of(Note.class, Note_.text, Note_.maker());
        assertThat(spec.unbound().field("maker").toString()).contains("Ann").doesNotContain("Bob");
        assertThat(spec.read(FormData.parse("text=x&maker=" + bob.id)).errors().messages())
                .containsEntry(
                        "maker", List.of("Select a valid choice. That choice is not one of the available choices."));
        assertThat(spec.read(FormData.parse("text=x&maker=" + maker.id))
                        .errors()
                        .messages())
                .isEmpty();
    }

    @Test
    void aValidFormSavesNothingByItself() {
        assertThat(read("code=abc")).isInstanceOf(Form.Valid.class);
        assertThat(Thing.objects.count()).isZero();
    }

    @Test
    void anotherRowsUniqueValueIsAnErrorOfTheField() {
        ((Form.Valid<Thing>) read("code=abc")).save();
        assertThat(read("code=abc").errors().messages())
                .containsEntry("code", List.of("Thing with this Code already exists."));
    }

    @Test
    void aRowMayKeepItsOwnUniqueValue() {
        Thing thing = ((Form.Valid<Thing>) read("code=abc")).save();
        Form<Thing> form = THING.instance(thing).read(FormData.parse("code=abc&stock=9&size=SMALL&maker=" + maker.id));
        assertThat(form.raw().changedData()).containsExactly("stock", "size");
        ((Form.Valid<Thing>) form).save();
        assertThat(Thing.objects.get().stock).isEqualTo(9);
    }

    @Test
    void theModelsOwnCheckSpeaksForTheWholeForm() {
        assertThat(THING.read(FormData.parse("code=a&stock=101&size=SMALL&maker=" + maker.id))
                        .nonFieldErrors()
                        .messages())
                .containsExactly("Too much to store.");
    }

    @Test
    void rowsThatAreNotOfferedAreRefused() {
        assertThat(THING.read(FormData.parse("code=a&stock=1&size=SMALL&maker=99&stickers=7&stickers=x"))
                        .errors()
                        .messages())
                .containsEntry(
                        "maker", List.of("Select a valid choice. That choice is not one of the available choices."))
                .containsEntry("stickers", List.of("“x” is not a valid value."));
        Form<Thing> form = THING.queryset(Thing_.maker(), Maker.objects.filter("name", "nobody"))
                .read(FormData.parse("code=a&stock=1&size=SMALL&maker=" + maker.id));
        assertThat(form.errors().fields()).containsExactly("maker");
    }

    @Test
    void showsRowsDefaultsAndEscapedLabels() {
        String html = THING.unbound().html().toString();
        assertThat(html)
                .contains("<option value=\"\" selected>- Select an option -</option>")
                .contains("<option value=\"" + maker.id + "\">Ann &amp; Co</option>")
                .contains("name=\"stock\" value=\"3\"")
                .contains("<option value=\"SMALL\" selected>Small</option>")
                .contains("On the label.");
    }

    @Test
    void showsTheValuesOfARow() {
        Thing thing = Thing.objects.create(t -> {
            t.code = "xyz";
            t.maker = Ref.of(maker);
        });
        thing.stickers.add(sticker);
        assertThat(THING.instance(thing).unbound().html().toString())
                .contains("name=\"code\" value=\"xyz\"")
                .contains("<option value=\"" + maker.id + "\" selected>")
                .contains("<option value=\"" + sticker.id + "\" selected>new</option>");
        Thing part = Thing.objects.only(Thing_.since).get(thing.id);
        assertThat(THING.instance(part).unbound().html().toString())
                .isEqualTo(THING.instance(thing).unbound().html().toString());
    }

    @Test
    void allEditableFieldsAreOffered() {
        assertThat(FormSpec.allOf(Thing.class).fields().keySet())
                .containsExactly("code", "maker", "since", "stock", "size", "stickers");
    }
}
