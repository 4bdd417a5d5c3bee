package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import library.MariaDb;
import library.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.Club;
import press.Code;
import press.Code_;
import press.Item;
import press.Item_;
import press.Label;
import press.Magazine;
import press.Note;
import press.Owner;
import press.Owner_;
import press.Person;
import press.PressApp;
import press.PressSite;
import press.Specimen;
import quintet.core.CommandCall;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;

/** PostgreSQL, MariaDB and SQLite in one site. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MixedDatabasesTest {
    private static final List<String> ALL = List.of("default", "maria", "lite");

    /** Codes live in MariaDB, clubs and their people in SQLite, the rest in PostgreSQL. */
    public static final class ByModel implements Router {
        private static String place(String model) {
            String name = model.toLowerCase(java.util.Locale.ROOT);
            return name.equals("code") ? "maria" : name.matches("(club|person|membership)(_.*)?") ? "lite" : "default";
        }

        @Override
        public String dbForRead(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
            return place(model.objectName());
        }

        @Override
        public String dbForWrite(ModelMeta<?> model, @Nullable KeyedModel<?> instance) {
            return place(model.objectName());
        }

        @Override
        public @Nullable Boolean allowMigrate(
                String database, String app, @Nullable String model, Map<String, Object> hints) {
            return model == null ? null : Boolean.valueOf(place(model).equals(database));
        }
    }

    private Site site;

    @BeforeEach
    void open() {
        site = site(List.of());
        for (String alias : ALL) {
            PressSite.createTables(Databases.current().get(alias), ModelMeta.all());
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Site site(List<String> filled, Router... routers) {
        Site site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                        .with(Database.of(Postgres.newDatabase()))
                        .with(Database.of(MariaDb.newDatabase()).alias("maria"))
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:"))
                                .alias("lite"))
                        .with(Routers.of(routers))
                        .apps(PressApp.class),
                Env.of(Map.of()));
        filled.forEach(alias -> site.run(() ->
                CommandCall.of("migrate", "--run-syncdb", "--database", alias).run()));
        return site;
    }

    private static Owner owner(String alias, String name) {
        return Owner.objects.using(alias).create(o -> o.name = name);
    }

    @Test
    void eachDatabaseHasRowsOfItsOwn() {
        for (String alias : ALL) {
            Owner ann = owner(alias, "Ann of " + alias);
            assertThat(ann.database()).isEqualTo(alias);
            ann.name = ann.name.toUpperCase(java.util.Locale.ROOT);
            ann.save();
            assertThat(Owner.objects
                            .using(alias)
                            .filter(Owner_.name.startsWith("ANN"))
                            .count())
                    .isEqualTo(1);
        }
        for (String alias : ALL) {
            assertThat(Owner.objects.using(alias).get(1L).name)
                    .isEqualTo("ANN OF " + alias.toUpperCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void rowsAreCopiedFromOneToTheOther() {
        Specimen row = new Specimen();
        row.name = "first";
        row.price = new BigDecimal("12.34");
        row.moment = Instant.parse("2024-02-29T12:34:56.123456Z");
        row.code = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");
        row.save();
        row.save(Save.insert().in("maria"));
        Specimen there = Specimen.objects.using("maria").get(row.id);
        there.save(Save.insert().in("lite"));
        Specimen last = Specimen.objects.using("lite").get(row.id);
        assertThat(last)
                .usingRecursiveComparison()
                .comparingOnlyFields("name", "price", "moment", "code")
                .isEqualTo(Specimen.objects.get(row.id));
        List<Specimen> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Specimen one = new Specimen();
            one.name = "no. " + i;
            many.add(one);
        }
        for (String alias : ALL) {
            many.forEach(one -> one.id = null);
            Specimen.objects.using(alias).bulkCreate(many);
            assertThat(Specimen.objects.using(alias).count()).isEqualTo(301);
            assertThat(many.getLast().database()).isEqualTo(alias);
        }
    }

    @Test
    void atomicIsOfOneDatabase() {
        assertThatThrownBy(() -> Transactions.atomic(Atomic.in("maria"), () -> {
                    owner("maria", "undone");
                    owner("default", "kept");
                    owner("lite", "kept");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(Owner.objects.using("maria").exists()).isFalse();
        assertThat(Owner.objects.using("default").exists()).isTrue();
        assertThat(Owner.objects.using("lite").exists()).isTrue();
        Transactions.atomic(() -> Transactions.atomic(
                Atomic.in("lite"),
                () -> Transactions.atomic(Atomic.in("maria"), () -> ALL.forEach(alias -> owner(alias, "all")))));
        ALL.forEach(alias -> assertThat(
                        Owner.objects.using(alias).filter("name", "all").count())
                .isEqualTo(1));
    }

    @Test
    void whatIsDoneAfterCommitWaitsForItsDatabase() {
        List<String> done = new ArrayList<>();
        Transactions.atomic(Atomic.in("maria"), () -> {
            Transactions.atomic(Atomic.in("lite"), () -> Transactions.onCommit("lite", false, () -> done.add("lite")));
            Transactions.onCommit("maria", false, () -> done.add("maria"));
            assertThat(done).containsExactly("lite");
        });
        assertThat(done).containsExactly("lite", "maria");
    }

    @Test
    void referencesAcrossKindsOfDatabasesAreRefused() {
        Item atlas = Item.objects.create(i -> i.name = "Atlas");
        atlas.owner = Ref.of(owner("maria", "Ann"));
        assertThatThrownBy(atlas::save)
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("the current database router prevents this relation");
        Label label = Label.objects.using("lite").create(l -> l.name = "maps");
        assertThatThrownBy(() -> atlas.labels.add(label)).isInstanceOf(QueryError.class);
        QuerySet<Owner> elsewhere = Owner.objects.using("maria");
        assertThatThrownBy(
                        () -> Item.objects.filter(Item_.owner().in(elsewhere)).list())
                .hasMessageContaining("Subqueries aren't allowed across different databases");
        assertThat(Item.objects
                        .filter(Item_.owner()
                                .in(elsewhere.list().stream().map(Ref::of).toList()))
                        .list())
                .isEmpty();
    }

    @Test
    void relationsAreLoadedFromTheDatabaseOfTheirObjects() {
        for (String alias : ALL) {
            Owner ann = owner(alias, "Ann");
            for (int i = 0; i < 3; i++) {
                Item item = new Item();
                item.name = alias + i;
                item.owner = Ref.of(ann);
                item.save();
                assertThat(item.database()).isEqualTo(alias);
                item.labels.create(l -> l.name = alias);
                Note note = new Note();
                note.text = alias;
                item.notes.add(note);
            }
        }
        for (String alias : ALL) {
            List<Item> items = Item.objects
                    .using(alias)
                    .selectRelated("owner")
                    .prefetchRelated("labels", "notes")
                    .orderBy("id")
                    .list();
            assertThat(items).hasSize(3);
            CaptureQueries none = CaptureQueries.of(() -> items.forEach(item -> {
                assertThat(item.labels.list()).extracting(l -> l.name).containsExactly(alias);
                assertThat(item.notes.list()).extracting(n -> n.text).containsExactly(alias);
                assertThat(item.owner.get().name).isEqualTo("Ann");
            }));
            assertThat(none.count()).isZero();
            assertThat(Owner.objects.using(alias).filter("name", "Ann").delete().count())
                    .isEqualTo(1);
            assertThat(Item.objects.using(alias).filter(Item_.owner().isNull()).count())
                    .isEqualTo(3);
        }
    }

    @Test
    void inheritanceAndRelationsToManyWorkInEach() {
        for (String alias : ALL) {
            Magazine magazine = new Magazine();
            magazine.name = "Weekly";
            magazine.save(Save.insert().in(alias));
            assertThat(Item.objects.using(alias).get(magazine.id).name).isEqualTo("Weekly");
            Club club = Club.objects.using(alias).create(c -> c.name = "chess");
            club.members.create(p -> p.name = "Ann");
            assertThat(Person.objects.using(alias).filter("clubs", club.id).count())
                    .isEqualTo(1);
        }
    }

    @Test
    void routersGiveEachModelAPlace() {
        try (Site routed = site(ALL, new ByModel())) {
            routed.run(() -> {
                Code code = Code.objects.create(c -> {
                    c.code = UUID.randomUUID();
                    c.text = "x";
                });
                assertThat(code.database()).isEqualTo("maria");
                Item atlas = Item.objects.create(i -> i.name = "Atlas");
                assertThat(atlas.database()).isEqualTo("default");
                Club club = Club.objects.create(c -> c.name = "chess");
                assertThat(club.database()).isEqualTo("lite");
                club.members.create(p -> p.name = "Ann");
                assertThat(Person.objects
                                .prefetchRelated("clubs")
                                .list()
                                .getFirst()
                                .clubs
                                .list())
                        .containsExactly(club);
                assertThat(Code.objects
                                .getOrCreate(Code_.code.to(code.code), c -> {})
                                .created())
                        .isFalse();
                assertThat(Code.objects.filter("text", "x").update(Code_.text.to("y")))
                        .isEqualTo(1);
                Transactions.atomic(
                        Atomic.in("maria"),
                        () -> assertThat(Code.objects
                                        .filter("text", "y")
                                        .forUpdate()
                                        .list())
                                .hasSize(1));
                assertThatThrownBy(() -> Code.objects.using("default").count()).isInstanceOf(ProgrammingError.class);
                assertThatThrownBy(() -> Item.objects.using("maria").count()).isInstanceOf(ProgrammingError.class);
                assertThatThrownBy(() -> Club.objects.using("maria").count()).isInstanceOf(ProgrammingError.class);
                assertThat(club.delete().count()).isEqualTo(2);
                assertThat(Code.objects.filter("text", "y").delete().count()).isEqualTo(1);
            });
        }
    }

    @Test
    void queriesWithoutADatabaseInCommonAreAsked() {
        for (String alias : ALL) {
            owner(alias, "Ann");
        }
        List<String> vendors = ALL.stream()
                .map(alias -> Databases.current().get(alias).vendor())
                .toList();
        assertThat(vendors).containsExactly("postgresql", "mysql", "sqlite");
        QuerySet<Owner> ann = Owner.objects.filter(Owner_.name.icontains("ann"));
        assertThat(ALL.stream().mapToLong(alias -> ann.using(alias).count()).sum())
                .isEqualTo(3);
    }

    @Test
    void commandsNameTheirDatabase() {
        for (String alias : ALL) {
            owner(alias, "Ann");
        }
        CommandCall.of("flush", "--no-input", "--database", "maria").run();
        assertThat(Owner.objects.using("maria").exists()).isFalse();
        assertThat(Owner.objects.using("lite").exists()).isTrue();
        assertThat(Owner.objects.exists()).isTrue();
        assertThat(CommandCall.of("inspectdb", "press_owner", "--database", "maria")
                        .run()
                        .out())
                .contains("press_owner");
        assertThat(CommandCall.of("check", "--database", "default", "--database", "maria", "--database", "lite")
                        .run()
                        .out())
                .contains("System check identified");
    }
}
