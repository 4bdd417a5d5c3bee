package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.Item;
import press.Item_;
import press.PressSite;
import quintet.core.Site;

/** What only PostgreSQL has, where a server is named. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresOnlyTest {
    private Site site;

    @BeforeEach
    void open() {
        site = PressSite.onPostgres(System.getenv("QUINTET_TEST_POSTGRES"));
        item("A history of cats", 10);
        item("Dogs and their cats", 20);
        item("The garden", 30);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void item(String name, int pages) {
        Item.objects.create(i -> {
            i.name = name;
            i.pages = pages;
        });
    }

    @Test
    void valuesAreCollectedIntoLists() {
        assertThat(Item.objects.aggregate(Postgres.arrayAgg(Item_.pages).orderBy(Item_.pages.desc())))
                .isEqualTo(List.of(30, 20, 10));
        assertThat(Item.objects.aggregate(Postgres.arrayAgg(Item_.name).filter(Item_.pages.gt(25))))
                .isEqualTo(List.of("The garden"));
        assertThat(String.valueOf(
                        Item.objects.aggregate(Postgres.jsonbAgg(Item_.pages).orderBy(Item_.pages.asc()))))
                .isEqualTo("[10, 20, 30]");
        assertThat(Item.objects.none().aggregate(Postgres.arrayAgg(Item_.pages)))
                .isNull();
    }

    @Test
    void rowsOfWhichOneOfEachIsTakenAreSummedByTheirKeys() {
        item("The garden", 40);
        QuerySet<Item> oneOfEach = Item.objects.orderBy("name", "pages").distinctOn("name");
        assertThat(Item.objects.orderBy("name", "pages").distinctOn(Item_.name).list())
                .isEqualTo(oneOfEach.list());
        assertThatThrownBy(() -> oneOfEach.aggregate(Aggregates.sum(Item_.pages)))
                .hasMessageContaining("distinct(fields) not implemented")
                .hasMessageContaining("pk__in");
        assertThat(Item.objects
                        .filter("pk__in", oneOfEach.values("pk"))
                        .aggregate(Aggregates.sum(Item_.pages))
                        .intValue())
                .isEqualTo(60);
    }

    @Test
    void bitsAndStatisticsAreComputed() {
        assertThat(Item.objects.aggregate(Postgres.bitOr(Item_.pages))).isEqualTo(30);
        assertThat(Item.objects.aggregate(Postgres.bitAnd(Item_.pages))).isEqualTo(0);
        assertThat(Item.objects.aggregate(Postgres.statistic(Postgres.Statistic.CORR, Item_.pages, Item_.pages)))
                .isEqualTo(1.0);
    }

    @Test
    void wordsAreFoundRankedAndShown() {
        // region: search
        Postgres.Vector<Item> words = Postgres.searchVectorIn("english", Item_.name);
        Postgres.Search cat = Postgres.searchIn("english", "cat", Postgres.SearchType.WEBSEARCH);
        List<Item> found = Item.objects
                .filter(words.matches(cat))
                .orderBy(words.rank(cat).desc(), Item_.name.asc())
                .list();
        // endregion
        assertThat(found).extracting(i -> i.name).containsExactly("A history of cats", "Dogs and their cats");
        Postgres.Search dog = Postgres.searchIn("english", "dog", Postgres.SearchType.PLAIN);
        assertThat(Item.objects.filter(words.matches(cat.and(dog.not()))).count())
                .isEqualTo(1);
        assertThat(Item.objects.filter(words.weight('A').matches(cat.or(dog))).count())
                .isEqualTo(2);
        assertThat(Item.objects
                        .filter(words.matches(dog))
                        .values(Postgres.headline(Item_.name, dog))
                        .list())
                .containsExactly("<b>Dogs</b> and their cats");
        assertThatThrownBy(() -> words.weight('x')).hasMessageContaining("a letter from A to D");
    }

    @Test
    void searchTextsArePassedAsValues() {
        Postgres.Search hostile = Postgres.search("'); DROP TABLE press_item; --");
        assertThat(Item.objects
                        .filter(Postgres.searchVector(Item_.name).matches(hostile))
                        .count())
                .isZero();
        assertThat(Item.objects.count()).isEqualTo(3);
    }

    @Test
    void likeTextsAreFoundByTrigrams() {
        Databases.current().main().execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        assertThat(Item.objects
                        .filter(Postgres.similar(Item_.name, "The gardn"))
                        .list())
                .extracting(i -> i.name)
                .containsExactly("The garden");
        assertThat(Item.objects
                        .orderBy(Postgres.similarity(Item_.name, "garden").desc())
                        .first()
                        .orElseThrow()
                        .name)
                .isEqualTo("The garden");
    }
}
