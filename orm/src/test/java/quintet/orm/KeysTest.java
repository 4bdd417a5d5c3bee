package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.Code;
import press.Code_;
import press.Item;
import press.Line;
import press.Line_;
import press.Order;
import press.Order_;
import press.PressSite;
import quintet.core.Site;

/** Keys with several fields, and keys the application makes, on SQLite. */
class KeysTest {
    private Site site;
    private Order first;
    private Order second;

    @BeforeEach
    void open() {
        site = openSite();
        first = Order.objects.create(o -> o.customer = "Ann");
        second = Order.objects.create(o -> o.customer = "Bob");
        line(first, 1, 5);
        line(first, 2, 6);
        line(second, 1, 7);
    }

    /** Another database in subclasses. */
    Site openSite() {
        return PressSite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Line line(Order order, int number, int quantity) {
        return Line.objects.create(l -> {
            l.order = Ref.of(order);
            l.number = number;
            l.quantity = quantity;
        });
    }

    private static List<Object> key(Order order, int number) {
        return List.of(order.id, number);
    }

    private static List<Integer> quantities(Queries<Line> lines) {
        return lines.all().list().stream().map(l -> l.quantity).sorted().toList();
    }

    @Test
    void getsFindsAndComparesByAllFieldsOfTheKey() {
        // region: key
        Line line = Line.objects.get(key(first, 2));
        assertThat(line.quantity).isEqualTo(6);
        assertThat(line.key()).isEqualTo(key(first, 2));
        // endregion
        assertThat(line).isEqualTo(Line.objects.get(key(first, 2))).hasSameHashCodeAs(Line.objects.get(key(first, 2)));
        assertThat(Line.objects.find(key(second, 2))).isEmpty();
        assertThatThrownBy(() -> Line.objects.get(List.of(1L)))
                .hasMessageContaining("compared with a list of 2 values");
        assertThat(quantities(Line.objects.filter("pk", key(second, 1)))).containsExactly(7);
        assertThat(quantities(Line.objects.exclude("pk", key(second, 1)))).containsExactly(5, 6);
        assertThat(quantities(Line.objects.filter("pk__in", List.of(key(first, 1), key(second, 1), key(second, 9)))))
                .containsExactly(5, 7);
        assertThat(quantities(Line.objects.exclude("pk__in", List.of(key(first, 1), key(second, 1)))))
                .containsExactly(6);
        assertThat(quantities(Line.objects.filter("pk__in", List.of()))).isEmpty();
        assertThat(quantities(Line.objects.filter("pk__gt", key(first, 1)))).containsExactly(6, 7);
        assertThat(quantities(Line.objects.filter("pk__lte", key(first, 2)))).containsExactly(5, 6);
        assertThat(Line.objects.filter("pk__isnull", true).count()).isZero();
        assertThatThrownBy(
                        () -> Line.objects.filter("pk__contains", key(first, 1)).count())
                .hasMessageContaining("cannot be compared by 'contains'");
    }

    @Test
    void keysComeFromQueriesAndGoIntoValues() {
        assertThat(quantities(Line.objects.filter(
                        "pk__in", Line.objects.filter(Line_.quantity.gt(5)).values("pk"))))
                .containsExactly(6, 7);
        assertThat(quantities(Line.objects.filter("pk__in", Line.objects.filter(Line_.quantity.gt(6)))))
                .containsExactly(7);
        assertThat(Line.objects.orderBy("pk").values("pk", "quantity").list())
                .first()
                .isEqualTo(Map.of("pk", key(first, 1), "quantity", 5));
        assertThat(Line.objects.orderBy("-pk").list())
                .extracting(l -> l.quantity)
                .containsExactly(7, 6, 5);
        assertThat(Line.objects.inBulk(List.of(key(first, 1), key(first, 2))))
                .containsKey(key(first, 1))
                .hasSize(2);
        assertThat(Order.objects.filter(Line_.Reverse.order().quantity.eq(7)).list())
                .containsExactly(second);
        assertThat(Order.objects.filter("line__pk", key(second, 1)).list()).containsExactly(second);
        assertThat(Line.objects.first().orElseThrow().quantity).isEqualTo(5);
    }

    @Test
    void countsRowsAndRelatedRows() {
        assertThat(Line.objects.count()).isEqualTo(3);
        assertThat(Line.objects
                        .filter(Line_.order().customer.eq("Ann"))
                        .distinct()
                        .count())
                .isEqualTo(2);
        Map<String, Long> counts = new java.util.TreeMap<>();
        Order.objects
                .annotate(Aggregates.count(Order_.lines()).as("n"))
                .list()
                .forEach(o -> counts.put(o.customer, (Long) o.annotation("n")));
        assertThat(counts).isEqualTo(Map.of("Ann", 2L, "Bob", 1L));
        assertThat(Line.objects.filter(Line_.order().customer.eq("Ann")).exists())
                .isTrue();
    }

    @Test
    void savesUpdatesAndDeletesByTheWholeKey() {
        Line line = Line.objects.get(key(first, 1));
        line.quantity = 50;
        line.save();
        assertThat(quantities(Line.objects)).containsExactly(6, 7, 50);
        Line again = new Line();
        again.order = Ref.of(second);
        again.number = 1;
        again.quantity = 70;
        again.save();
        assertThat(quantities(Line.objects)).containsExactly(6, 50, 70);
        assertThat(Line.objects.filter(Line_.order().customer.eq("Ann")).update(Line_.quantity.to(1)))
                .isEqualTo(2);
        line.refresh();
        assertThat(line.quantity).isEqualTo(1);
        assertThat(line.delete().count()).isEqualTo(1);
        assertThat(quantities(Line.objects)).containsExactly(1, 70);
        assertThat(Line.objects
                        .filter(Line_.order().customer.eq("Bob"))
                        .delete()
                        .count())
                .isEqualTo(1);
        assertThat(first.delete().byModel()).isEqualTo(Map.of("press.Order", 1, "press.Line", 1));
        assertThatThrownBy(() -> Line.objects
                        .create(l -> {
                            l.order = Ref.of(second);
                            l.number = 3;
                        })
                        .save(Save.insert()))
                .isInstanceOf(IntegrityError.class);
    }

    @Test
    void relatedObjectsHaveKeysOfSeveralFieldsToo() {
        assertThat(first.lines.list()).hasSize(2);
        Line made = first.lines.create(l -> l.number = 3);
        assertThat(made.key()).isEqualTo(key(first, 3));
        List<Order> orders =
                Order.objects.prefetchRelated(Order_.lines()).orderBy("id").list();
        assertThat(orders.getFirst().lines.list()).hasSize(3);
        Item item = Item.objects.create(i -> i.name = "Thing");
        made.item = Ref.of(item);
        made.save();
        item.delete();
        made.refresh();
        assertThat(made.item).isNull();
        Line.objects.bulkCreate(List.of(line(second, 8, 1), line(second, 9, 1)), Conflict.IGNORE);
        assertThat(Line.objects.filter("order", second).count()).isEqualTo(3);
        Line loaded = Line.objects.only("quantity").get(key(first, 3));
        assertThat(loaded.number).isEqualTo(3);
        assertThat(loaded.deferredFields()).containsExactly("item");
    }

    @Test
    void aKeyOfTheApplicationIsInsertedWithoutAskingFirst() {
        Code code = new Code();
        code.text = "x";
        assertThat(CaptureQueries.of(code::save).count()).isEqualTo(1);
        UUID key = code.code;
        assertThat(key).isNotNull();
        assertThat(Code.objects.get(key).text).isEqualTo("x");
        code.text = "y";
        code.save();
        assertThat(Code.objects.count()).isEqualTo(1);
        assertThat(Code.objects.filter(Code_.code.in(key)).exists()).isTrue();
        assertThat(Code.objects.filter("pk", key.toString()).exists()).isTrue();
    }
}
