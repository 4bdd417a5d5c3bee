package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import library.MariaDb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import press.Item;
import press.PressSite;
import press.Product;
import quintet.core.Site;

/** What an INSERT made, where it gives nothing back, as on MySQL, which a MariaDB server stands in for. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MySqlWayTest {
    private Site site;

    @BeforeEach
    void open() {
        site = MariaDb.asMySql(PressSite.open(MariaDb.newDatabase()));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Product product(String name, String price, int quantity) {
        Product product = new Product();
        product.name = name;
        product.price = new BigDecimal(price);
        product.quantity = quantity;
        product.region = name.substring(0, 1);
        return product;
    }

    @Test
    void theKeyComesFromTheDriver() {
        CaptureQueries queries = CaptureQueries.of(() -> Item.objects.create(i -> i.name = "a"));
        assertThat(queries.sql())
                .singleElement()
                .asString()
                .startsWith("INSERT")
                .doesNotContain("RETURNING");
        Item second = Item.objects.create(i -> i.name = "b");
        assertThat(Item.objects.get("name", "b").id).isEqualTo(second.id);
        Item given = Item.objects.create(i -> {
            i.id = 50L;
            i.name = "c";
        });
        assertThat(Item.objects.get("name", "c").id).isEqualTo(50L).isEqualTo(given.id);
    }

    @Test
    void manyRowsGetTheirKeysInOrder() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            Item item = new Item();
            item.name = "item " + i;
            items.add(item);
        }
        Item.objects.bulkCreate(items);
        for (Item item : Item.objects.all()) {
            assertThat(items.get(Integer.parseInt(item.name.substring(5))).id).isEqualTo(item.id);
        }
    }

    @Test
    void keysKeepTheServersSteps() {
        Transactions.atomic(() -> {
            Databases.current().main().execute("SET SESSION auto_increment_increment = 10");
            Item first = new Item();
            first.name = "first";
            Item second = new Item();
            second.name = "second";
            Item.objects.bulkCreate(List.of(first, second));
            assertThat(second.id - first.id).isEqualTo(10);
            assertThat(Item.objects.get("name", "second").id).isEqualTo(second.id);
            Databases.current().main().execute("SET SESSION auto_increment_increment = 1");
        });
    }

    @Test
    void whatElseTheDatabaseMadeIsReadWithOneQuery() {
        Product desk = product("Desk", "10.50", 3);
        CaptureQueries queries = CaptureQueries.of(desk::save);
        assertThat(queries.count()).isEqualTo(2);
        assertThat(desk.total).isEqualByComparingTo("31.50");
        assertThat(desk.lowerName).isEqualTo("desk");
        assertThat(desk.rank).isEqualTo(10);
        assertThat(desk.added).isNotNull();
        Product lamp = product("Lamp", "2", 2);
        Product shelf = product("Shelf", "3", 2);
        assertThat(CaptureQueries.of(() -> Product.objects.bulkCreate(List.of(lamp, shelf))).sql().stream()
                        .filter(sql -> sql.startsWith("SELECT")))
                .hasSize(1);
        assertThat(lamp.total).isEqualByComparingTo("4");
        assertThat(shelf.total).isEqualByComparingTo("6");
    }

    @Test
    void rowsThatMayBeThereAlreadyGetNoKey() {
        Item item = Item.objects.create(i -> i.name = "a");
        Item again = new Item();
        again.name = "a";
        Item.objects.bulkCreate(List.of(again), Conflict.IGNORE);
        assertThat(again.id).isNull();
        item.name = "changed";
        assertThatThrownBy(
                        () -> Item.objects.bulkCreate(List.of(item), Conflict.update(List.of("name"), List.of("id"))))
                .as("MySQL's alias of the new row, which MariaDB cannot read")
                .hasMessageContaining("AS new ON DUPLICATE KEY UPDATE");
    }
}
