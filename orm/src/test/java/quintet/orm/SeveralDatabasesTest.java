package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.Club;
import press.Item;
import press.Item_;
import press.Label;
import press.Note;
import press.Owner;
import press.Person;
import press.PressApp;
import press.PressSite;
import quintet.core.CommandCall;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;

/** Two databases of one site. */
class SeveralDatabasesTest {
    private @Nullable Site site;

    @AfterEach
    void close() {
        if (site != null) {
            site.close();
        }
    }

    private void open(Router... routers) {
        Site opened = Site.open(
                env -> {
                    Settings settings = Settings.of(env).secretKey("a-long-random-secret-key-for-the-tests-of-models");
                    ConnectionUrl url = ConnectionUrl.parse("sqlite::memory:");
                    // region: settings
                    return settings.with(Database.of(url))
                            .with(Database.of(url).alias("other"))
                            .with(Routers.of(routers))
                            .apps(PressApp.class);
                    // endregion
                },
                Env.of(Map.of()));
        site = opened;
        for (String alias : List.of("default", "other")) {
            PressSite.createTables(Databases.current().get(alias), ModelMeta.all());
        }
    }

    private static Owner owner(String alias, String name) {
        return Owner.objects.using(alias).create(o -> o.name = name);
    }

    private static Item item(String alias, String name) {
        return Item.objects.using(alias).create(i -> i.name = name);
    }

    @Test
    void anObjectStaysInTheDatabaseItCameFrom() {
        open();
        // region: using
        Owner ann = Owner.objects.using("other").create(o -> o.name = "Ann");
        assertThat(ann.database()).isEqualTo("other");
        assertThat(Owner.objects.exists()).isFalse();
        ann.name = "Anna";
        ann.save(); // where it came from
        assertThat(Owner.objects.using("other").get(ann.id).name).isEqualTo("Anna");
        // endregion
        ann.delete();
        assertThat(Owner.objects.using("other").exists()).isFalse();
    }

    @Test
    void aNewObjectGoesWhereTheObjectsAreThatItPointsTo() {
        open();
        Item item = new Item();
        item.name = "Atlas";
        item.owner = Ref.of(owner("other", "Ann"));
        item.save();
        assertThat(item.database()).isEqualTo("other");
        item.labels.create(l -> l.name = "maps");
        assertThat(Label.objects.using("other").count()).isEqualTo(1);
        assertThat(Label.objects.count()).isZero();
        Item again = Item.objects.using("other").get(item.id);
        assertThat(again.labels.list()).hasSize(1);
        assertThat(again.owner).isNotNull();
        assertThat(java.util.Objects.requireNonNull(again.owner).get().database())
                .isEqualTo("other");
    }

    @Test
    void referencesAcrossDatabasesAreRefused() {
        open();
        Item atlas = item("default", "Atlas");
        atlas.owner = Ref.of(owner("other", "Ann"));
        assertThatThrownBy(atlas::save)
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("the current database router prevents this relation")
                .hasMessageContaining("'default' to 'other'");
        Note note = new Note();
        note.item = Ref.of(item("default", "Folio"));
        note.text = "fine";
        assertThatThrownBy(() -> note.save(Save.DEFAULT.in("other"))).isInstanceOf(QueryError.class);
    }

    @Test
    void objectsOfAnotherDatabaseCannotBeAdded() {
        open();
        Item atlas = item("default", "Atlas");
        Label maps = Label.objects.using("other").create(l -> l.name = "maps");
        assertThatThrownBy(() -> atlas.labels.add(maps))
                .hasMessageContaining("instance is on database \"default\", value is on database \"other\"");
        Item folio = item("other", "Folio");
        Note note = new Note();
        folio.notes.add(note);
        assertThat(note.database()).isEqualTo("other");
        assertThatThrownBy(() -> atlas.notes.add(note)).isInstanceOf(QueryError.class);
    }

    @Test
    void anObjectIsCopiedBySavingItElsewhere() {
        open();
        Owner ann = owner("default", "Ann");
        ann.save(Save.insert().in("other"));
        assertThat(Owner.objects.count()).isEqualTo(1);
        assertThat(Owner.objects.using("other").count()).isEqualTo(1);
    }

    /** Reads go to the copy, writes to the original. */
    // region: router
    public static class Replica implements Router {
        @Override
        public @Nullable String dbForRead(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
            return "other";
        }

        @Override
        public @Nullable String dbForWrite(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
            return "default";
        }

        @Override
        public @Nullable Boolean allowRelation(KeyedModel<?> first, KeyedModel<?> second) {
            return true;
        }

        @Override
        public @Nullable Boolean allowMigrate(
                String database, String app, @Nullable String model, Map<String, Object> hints) {
            return database.equals("default");
        }
    }
    // endregion

    @Test
    void aRouterSendsReadsAndWritesElsewhere() {
        open(new Replica());
        Owner ann = Owner.objects.create(o -> o.name = "Ann");
        assertThat(ann.database()).isEqualTo("default");
        assertThat(Owner.objects.count()).isZero();
        assertThat(Owner.objects.using("default").count()).isEqualTo(1);
        assertThat(Owner.objects.filter("name", "Ann").update(press.Owner_.name.to("Anna")))
                .isEqualTo(1);
        owner("other", "Bob");
        Owner bob = Owner.objects.get("name", "Bob");
        assertThat(bob.database()).isEqualTo("other");
        Item item = Item.objects.create(i -> i.owner = Ref.of(bob));
        assertThat(item.database()).isEqualTo("default");
        assertThat(Item.objects
                        .using("default")
                        .filter(Item_.owner().eqKey(bob.id))
                        .count())
                .isEqualTo(1);
        assertThat(Owner.objects
                        .getOrCreate(List.of(Assignment.of("name", "Anna")), o -> {})
                        .created())
                .isFalse();
        assertThat(Owner.objects.filter("name", "Anna").delete().count()).isEqualTo(1);
    }

    @Test
    void relationsOfAnObjectAreReadAndWrittenWhereTheRouterSays() {
        open(new Replica());
        Club club = Club.objects.create(c -> c.name = "chess");
        club.save(Save.insert().in("other"));
        Club read = Club.objects.get("name", "chess");
        read.members.create(p -> p.name = "Ann");
        assertThat(Person.objects.using("default").count()).isEqualTo(1);
        assertThat(read.members.count()).isZero();
        read.members.clear();
        assertThat(Person.objects.using("default").filter("clubs", club.id).exists())
                .isFalse();
    }

    @Test
    void rowsThatAreLockedComeFromWhereTheyAreWritten() {
        open(new Replica());
        Owner.objects.create(o -> o.name = "Ann");
        Transactions.atomic(
                () -> assertThat(Owner.objects.all().forUpdate().list()).hasSize(1));
    }

    @Test
    void aQueryWithinAnotherIsOfTheSameDatabase() {
        open();
        QuerySet<Owner> elsewhere = Owner.objects.using("other");
        assertThatThrownBy(
                        () -> Item.objects.filter(Item_.owner().in(elsewhere)).list())
                .hasMessageContaining("Subqueries aren't allowed across different databases");
        assertThat(Item.objects
                        .using("other")
                        .filter(Item_.owner().in(elsewhere))
                        .list())
                .isEmpty();
        assertThat(Item.objects.filter(Item_.owner().in(Owner.objects)).list()).isEmpty();
    }

    @Test
    void anUnknownAliasIsNamed() {
        open(new Router() {
            @Override
            public String dbForRead(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
                return "othre";
            }
        });
        assertThatThrownBy(Owner.objects::count).hasMessageContaining("Did you mean 'other'");
    }

    @Test
    void runSyncdbMakesOnlyTablesThatRoutersAllow() {
        Router noClubs = new Router() {
            @Override
            public @Nullable Boolean allowMigrate(
                    String database, String app, @Nullable String model, Map<String, Object> hints) {
                return database.equals("other") ? Boolean.valueOf("owner".equals(model)) : null;
            }
        };
        try (Site empty = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:"))
                                .alias("other"))
                        .with(Routers.of(noClubs))
                        .apps(PressApp.class),
                Env.of(Map.of()))) {
            String printed = empty.call(() -> CommandCall.of("migrate", "--run-syncdb", "--database", "other")
                    .run()
                    .out());
            assertThat(printed).contains("Creating table press_owner").doesNotContain("press_item");
        }
    }
}
