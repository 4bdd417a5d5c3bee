package quintet.contenttypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.CommandCall;
import quintet.core.Commands;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Aggregates;
import quintet.orm.CaptureQueries;
import quintet.orm.Database;
import quintet.orm.DeletionPlan;
import quintet.orm.Expr;
import quintet.orm.Prefetch;
import quintet.orm.Ref;
import tagging.Animal;
import tagging.Animal_;
import tagging.Plant;
import tagging.Remark;
import tagging.Remark_;
import tagging.Seat;
import tagging.TaggedItem;
import tagging.TaggedItem_;
import tagging.TaggingApp;

/** The models of a site as rows, and references to rows of any of them, on SQLite. */
class ContentTypesTest {
    private Site site;
    private Animal lion;
    private Plant rose;

    @BeforeEach
    void open() {
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-random-secret-key-for-the-tests-of-content-types")
                .with(Database.of(url()))
                .apps(ContentTypesApp.class, TaggingApp.class);
        site = Site.open(definition, Env.of(Map.of()));
        PrintWriter out = new PrintWriter(new StringWriter());
        assertThat(Commands.call(site, out, out, "migrate")).isZero();
        lion = Animal.objects.create(a -> a.name = "Lion");
        rose = Plant.objects.create(p -> p.name = "Rose");
    }

    /** Another database in subclasses. */
    ConnectionUrl url() {
        return ConnectionUrl.parse("sqlite::memory:");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static TaggedItem tag(String tag, quintet.orm.KeyedModel<?> object) {
        return TaggedItem.objects.create(t -> {
            t.tag = tag;
            t.contentObject.set(object);
        });
    }

    @Test
    void migrateMakesARowForEachModel() {
        assertThat(ContentType.objects.orderBy("id").list())
                .extracting(type -> type.appLabel + "." + type.model)
                .containsExactly(
                        "contenttypes.contenttype",
                        "tagging.animal",
                        "tagging.plant",
                        "tagging.remark",
                        "tagging.seat",
                        "tagging.taggeditem");
        ContentTypesApp.create("default");
        assertThat(ContentType.objects.count()).isEqualTo(6);
    }

    @Test
    void aModelAndItsContentTypeLeadToEachOther() {
        // region: type
        ContentType type = ContentType.of(Animal.class);
        assertThat(type.model).isEqualTo("animal");
        assertThat(type.name()).isEqualTo("animal");
        assertThat(type.object(lion.id)).isEqualTo(lion);
        // endregion
        assertThat(type.object(99L)).isNull();
        assertThat(ContentType.byId(type.id)).isEqualTo(type);
        assertThat(CaptureQueries.of(() -> ContentType.of(lion)).count()).isZero();
    }

    @Test
    void aReferencePointsToRowsOfAnyModel() {
        TaggedItem fierce = tag("fierce", lion);
        TaggedItem red = tag("red", rose);
        assertThat(TaggedItem.objects.get(fierce.id).contentObject.get()).isEqualTo(lion);
        assertThat(TaggedItem.objects.get(red.id).contentObject.find(Plant.class))
                .contains(rose);
        assertThat(TaggedItem.objects.get(red.id).contentObject.find(Animal.class))
                .isEmpty();
        // region: ref
        fierce.contentObject.set(rose);
        fierce.save();
        assertThat(TaggedItem.objects.get(fierce.id).contentObject.get()).isEqualTo(rose);
        // endregion
        assertThat(TaggedItem.objects
                        .filter(TaggedItem_.contentType().eq(ContentType.of(Plant.class)))
                        .count())
                .isEqualTo(2);
        rose.delete();
        assertThat(TaggedItem.objects.get(red.id).contentObject.get()).isNull();
        assertThatThrownBy(() -> red.contentObject.set(new Plant())).hasMessageContaining("Save the Plant first");
    }

    @Test
    void manyReferencesAreLoadedWithOneQueryForEachModel() {
        tag("a", lion);
        tag("b", rose);
        tag("c", Animal.objects.create(a -> a.name = "Tiger"));
        List<TaggedItem> items = TaggedItem.objects.list();
        assertThat(CaptureQueries.of(() -> GenericRef.load(
                                items.stream().map(item -> item.contentObject).toList()))
                        .count())
                .isEqualTo(2);
        assertThat(items)
                .extracting(item -> String.valueOf(item.contentObject.get()))
                .first()
                .isEqualTo("Lion");
        assertThat(items).allMatch(item -> item.contentObject.isLoaded());
    }

    @Test
    void theOtherEndMakesFindsAndDeletesRows() {
        // region: many
        lion.tags.create(t -> t.tag = "fierce");
        TaggedItem yellow = lion.tags.create(t -> t.tag = "yellow");
        tag("red", rose);
        assertThat(lion.tags.list()).extracting(t -> t.tag).containsExactly("fierce", "yellow");
        // endregion
        assertThat(lion.tags.filter(TaggedItem_.tag.startsWith("f")).count()).isEqualTo(1);
        TaggedItem moved = TaggedItem.objects.get(TaggedItem_.tag.eq("red"));
        lion.tags.add(moved);
        assertThat(lion.tags.count()).isEqualTo(3);
        lion.tags.remove(yellow);
        assertThat(lion.tags.count()).isEqualTo(2);
        lion.tags.set(List.of(moved));
        assertThat(lion.tags.list()).containsExactly(moved);
        assertThat(lion.delete().byModel()).isEqualTo(Map.of("tagging.Animal", 1, "tagging.TaggedItem", 1));
        assertThat(TaggedItem.objects.exists()).isFalse();
    }

    @Test
    void queriesJoinThroughRelationsToRowsThatNameThem() {
        Animal tiger = Animal.objects.create(a -> a.name = "Tiger");
        tag("fierce", lion);
        tag("yellow", lion);
        tag("fierce", tiger);
        tag("red", rose);
        // A plant with the same key must not be taken for an animal.
        assertThat(rose.id).isEqualTo(lion.id);
        // region: join
        assertThat(Animal.objects.filter(Animal_.tags().tag.eq("yellow")).list())
                .containsExactly(lion);
        assertThat(Animal.objects.filter("tags__tag", "red").list()).isEmpty();
        assertThat(Animal.objects.exclude("tags__tag", "yellow").list()).containsExactly(tiger);
        Expr<Animal, Long> tags = Aggregates.count(Animal_.tags()).as("tagCount");
        assertThat(Animal.objects.annotate(tags).orderBy("name").list())
                .extracting(tags::of)
                .containsExactly(2L, 1L);
        // endregion
        assertThat(Animal.objects.filter("tags__isnull", false).distinct().count())
                .isEqualTo(2);
        assertThat(TaggedItem.objects.filter("animal__name", "Tiger").list())
                .extracting(t -> t.tag)
                .containsExactly("fierce");
        assertThat(Animal.objects
                        .values("name", "tags__tag")
                        .orderBy("name", "tags__tag")
                        .lists())
                .containsExactly(List.of("Lion", "fierce"), List.of("Lion", "yellow"), List.of("Tiger", "fierce"));
    }

    @Test
    void relationsToAnyModelAreLoadedForAllRowsAtOnce() {
        Animal tiger = Animal.objects.create(a -> a.name = "Tiger");
        tag("fierce", lion);
        tag("fierce", tiger);
        tag("red", rose);
        ContentType.of(lion);
        ContentType.of(rose);
        CaptureQueries queries = CaptureQueries.of(() -> {
            for (TaggedItem item : TaggedItem.objects.all().prefetchRelated("contentObject")) {
                assertThat(item.contentObject.isLoaded()).isTrue();
                item.contentObject.get();
            }
            for (Animal animal : Animal.objects.all().prefetchRelated(Animal_.tags())) {
                assertThat(animal.tags.list()).hasSize(1);
                assertThat(animal.tags.count()).isEqualTo(1);
            }
        });
        assertThat(queries.count()).isLessThanOrEqualTo(3 + 2 + 2);
        // region: prefetch
        List<TaggedItem> items = TaggedItem.objects
                .all()
                .prefetchRelated(
                        Prefetch.ofModels("contentObject", Animal.objects.filter("name", "Lion"), Plant.objects.all()))
                .list();
        // endregion
        assertThat(items).extracting(t -> String.valueOf(t.contentObject.get())).contains("Lion", "null");
        List<TaggedItem> deep =
                TaggedItem.objects.all().prefetchRelated("contentObject__tags").list();
        assertThat(deep.getFirst()
                        .contentObject
                        .find(Animal.class)
                        .orElseThrow()
                        .tags
                        .isLoaded())
                .isTrue();
    }

    @Test
    void whatASingleReferenceLeadsToIsOneObjectUnderItsOwnName() {
        tag("fierce", lion);
        List<TaggedItem> items = TaggedItem.objects
                .all()
                .prefetchRelated(Prefetch.<TaggedItem>ofModels("contentObject", Animal.objects.all())
                        .into("shown"))
                .list();
        assertThat(items.getFirst().annotation("shown")).isEqualTo(lion);
    }

    @Test
    void anObjectThatIsThereTwiceHasItsRowsTwice() {
        tag("fierce", lion);
        tag("yellow", lion);
        List<Animal> twice = Animal.objects
                .filter("tags__tag__in", List.of("fierce", "yellow"))
                .prefetchRelated(Animal_.tags())
                .list();
        assertThat(twice)
                .hasSize(2)
                .allSatisfy(animal -> assertThat(animal.tags.list()).hasSize(2));
    }

    private static ContentType gone(String app, String model) {
        return ContentType.objects.create(type -> {
            type.appLabel = app;
            type.model = model;
        });
    }

    private static CommandCall.Result removeStale(String... arguments) {
        return CommandCall.of("remove_stale_contenttypes", arguments).run();
    }

    private static List<String> types() {
        return ContentType.objects.orderBy("id").list().stream()
                .map(type -> type.appLabel + "." + type.model)
                .toList();
    }

    @Test
    void contentTypesWithoutAModelCanBeRemovedWithWhatDependsOnThem() {
        ContentType unicorn = gone("tagging", "unicorn");
        gone("closed", "thing");
        TaggedItem.objects.create(t -> {
            t.tag = "rare";
            t.contentType = Ref.of(unicorn);
            t.objectId = 1;
        });
        tag("fierce", lion);
        assertThat(DeletionPlan.of(List.of(unicorn), null).rows().values().stream()
                        .map(List::size)
                        .toList())
                .containsExactly(1, 1);
        assertThat(TaggedItem.objects.count()).isEqualTo(2);

        assertThat(removeStale("--no-input").out()).contains("Deleted 1 of the app tagging.");
        assertThat(types()).doesNotContain("tagging.unicorn").contains("closed.thing", "tagging.animal");
        assertThat(TaggedItem.objects.count()).isEqualTo(1);

        assertThat(removeStale("--noinput", "--include-stale-apps").out()).contains("Deleted 1 of the app closed.");
        assertThat(types()).doesNotContain("closed.thing");
        assertThat(removeStale("--noinput", "--verbosity", "2").out()).contains("There are no stale content types.");
    }

    @Test
    void removingContentTypesAsksFirstAndNeedsADatabaseOfTheSettings() {
        gone("tagging", "unicorn");
        assertThatThrownBy(ContentTypesTest::removeStale).hasMessageContaining("Without one say --no-input.");
        assertThatThrownBy(() -> removeStale("--database", "other"))
                .hasMessageContaining("There is no database 'other'");
        assertThat(types()).contains("tagging.unicorn");
    }

    @Test
    void aModelKeepsItsRowUnderAnotherName() {
        ContentType beast = new ContentType();
        beast.appLabel = "tagging";
        beast.model = "beast";
        ContentType.objects.filter("model", "animal").delete();
        beast.save();
        quintet.orm.Migration.Dependency key = new quintet.orm.Migration.Dependency("tagging", "0002_rename");
        var rename = new quintet.orm.MigrationPlan.Step(
                key, false, List.of(quintet.orm.Operations.renameModel("Beast", "Animal")));
        quintet.orm.Signals.POST_MIGRATE.send(
                "default", new quintet.orm.Signals.MigrateEvent("default", List.of(rename)));
        assertThat(ContentType.of(Animal.class).id).isEqualTo(beast.id);
        assertThat(ContentType.objects.getByNaturalKey(List.of("tagging", "animal")))
                .isEqualTo(beast);
        assertThat(ContentType.ofAll(List.of(Animal.class, Plant.class))).hasSize(2);
    }

    @Test
    void theNameOfTheModelComesBackWithTheOldColumn() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        assertThat(Commands.call(site, out, out, "migrate", "contenttypes", "0001"))
                .describedAs(text.toString())
                .isZero();
        assertThat(quintet.orm.Databases.current()
                        .main()
                        .query("SELECT name FROM django_content_type WHERE model = 'plant'", row -> row.getString(1)))
                .containsExactly("plant");
        assertThat(Commands.call(site, out, out, "migrate", "contenttypes")).isZero();
    }

    @Test
    void keysWithSeveralFieldsAreKeptAsTexts() {
        Seat seat = seat("A", 1);
        Seat other = seat("B", 1);
        Remark made = Remark.objects.create(r -> {
            r.text = "near the door";
            r.contentObject.set(seat);
        });
        assertThat(made.objectId).isEqualTo("[\"A\", \"1\"]");
        assertThat(Remark.objects.get(made.id).contentObject.get()).isEqualTo(seat);
        assertThat(Remark.objects.get(made.id).contentObject.find(Seat.class)).contains(seat);
        other.remarks.create(r -> r.text = "broken");
        Remark.objects.create(r -> r.contentObject.set(lion));
        assertThat(seat.remarks.list()).containsExactly(made);
        assertThat(Seat.objects.prefetchRelated("remarks").orderBy("pk").list())
                .extracting(s -> s.remarks.list().size())
                .containsExactly(1, 1);
        List<Remark> all =
                Remark.objects.prefetchRelated("contentObject").orderBy("id").list();
        assertThat(CaptureQueries.of(() -> assertThat(all)
                                .extracting(r -> (Object) r.contentObject.get())
                                .containsExactly(seat, other, lion))
                        .count())
                .isZero();
        assertThatThrownBy(() -> tag("x", seat)).hasMessageContaining("Make it a text");
        assertThatThrownBy(() -> Seat.objects.filter("remarks__text", "broken").list())
                .hasMessageContaining("cannot be joined");
        Remark.objects.filter("text", "broken").update(Remark_.objectId.to("[\"A\""));
        assertThat(Remark.objects.get("text", "broken").contentObject.get()).isNull();
    }

    private static Seat seat(String row, int number) {
        return Seat.objects.create(s -> {
            s.row = row;
            s.number = number;
        });
    }
}
