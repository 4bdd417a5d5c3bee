package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.Order;
import press.PressSite;
import press.Product;
import press.Product_;
import press.Sale;
import quintet.core.Site;

/** What the database computes, fills in, checks and deletes by itself, on SQLite. */
class DatabaseValuesTest {
    private Site site;

    @BeforeEach
    void open() {
        site = openSite();
    }

    /** Another database in subclasses. */
    Site openSite() {
        return PressSite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Product product(String name, String price, int quantity) {
        return Product.objects.create(p -> {
            p.name = name;
            p.price = new BigDecimal(price);
            p.quantity = quantity;
            p.region = name.substring(0, 1);
        });
    }

    @Test
    void generatedColumnsAreReadBackAfterEachSave() {
        Product desk = product("Desk", "10.50", 3);
        assertThat(desk.total).isEqualByComparingTo("31.50");
        assertThat(desk.lowerName).isEqualTo("desk");
        desk.quantity = 4;
        desk.total = BigDecimal.ONE;
        assertThat(CaptureQueries.of(desk::save).count()).isEqualTo(1);
        assertThat(desk.total).isEqualByComparingTo("42");
        assertThat(Product.objects.get(desk.id).total).isEqualByComparingTo("42");
        assertThat(Product.objects.filter(Product_.lowerName.eq("desk")).count())
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.save(Save.only("total"))).hasMessageContaining("the database computes it");
        assertThatThrownBy(() -> Product.objects.update(Product_.total.to(BigDecimal.ONE)))
                .hasMessageContaining("computed by the database");
    }

    @Test
    void theDatabaseFillsInWhatIsLeftOut() {
        Product desk = product("Desk", "1", 1);
        assertThat(desk.rank).isEqualTo(10);
        assertThat(desk.added).isNotNull();
        Product lamp = new Product();
        lamp.name = "Lamp";
        lamp.rank = 3;
        Product shelf = new Product();
        shelf.name = "Shelf";
        Product.objects.bulkCreate(List.of(lamp, shelf));
        assertThat(Product.objects.orderBy("name").list())
                .extracting(p -> p.rank)
                .containsExactly(10, 3, 10);
        assertThat(lamp.rank).isEqualTo(3);
        assertThat(shelf.id).isNotNull();
    }

    @Test
    void theDatabaseKeepsConstraints() {
        product("Desk", "1", 1);
        assertThatThrownBy(() -> product("Bed", "-1", 1)).isInstanceOf(IntegrityError.class);
        assertThatThrownBy(() -> Product.objects.create(p -> {
                    p.name = "Chair";
                    p.region = "D";
                }))
                .isInstanceOf(IntegrityError.class);
        Product.objects.create(p -> {
            p.name = "Chair";
            p.region = "D";
            p.deleted = true;
        });
        Product.objects.create(p -> {
            p.name = "A";
            p.sku = "abc";
        });
        assertThatThrownBy(() -> Product.objects.create(p -> {
                    p.name = "B";
                    p.sku = "ABC";
                    p.rank = 4;
                }))
                .isInstanceOf(IntegrityError.class);
    }

    @Test
    void theDatabaseDeletesDependantsWithoutTheCollector() {
        Product desk = product("Desk", "1", 1);
        Order order = Order.objects.create(o -> o.customer = "Ann");
        Sale sale = Sale.objects.create(s -> {
            s.product = Ref.of(desk);
            s.order = Ref.of(order);
        });
        assertThat(order.delete().count()).isEqualTo(1);
        sale.refresh();
        assertThat(sale.order).isNull();
        Deleted deleted = desk.delete();
        assertThat(deleted.byModel()).containsOnlyKeys("press.Product");
        assertThat(Sale.objects.exists()).isFalse();
    }
}
