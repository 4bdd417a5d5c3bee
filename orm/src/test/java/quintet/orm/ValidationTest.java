package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.Event;
import press.Line;
import press.Magazine;
import press.Order;
import press.PressSite;
import press.Product;
import quintet.core.Site;
import quintet.fields.ValidationError;

/** Checking objects before they are saved, on SQLite. */
class ValidationTest {
    private Site site;
    private Order ann;
    private Order bob;

    @BeforeEach
    void open() {
        site = openSite();
        ann = Order.objects.create(o -> o.customer = "Ann");
        bob = Order.objects.create(o -> o.customer = "Bob");
        Product.objects.create(p -> {
            p.name = "Pen";
            p.sku = "PEN-1";
            p.region = "US";
            p.price = BigDecimal.ONE;
        });
        Product.objects.create(p -> {
            p.name = "Ink";
            p.rank = 3;
        });
        Event.objects.create(e -> {
            e.title = "One";
            e.slug = "one";
            e.day = LocalDate.of(2024, 5, 1);
            e.a = 1;
            e.b = null;
        });
        Event.objects.create(e -> {
            e.title = "Two";
            e.slug = "two";
            e.day = LocalDate.of(2025, 6, 1);
            e.a = 7;
            e.b = 7;
        });
    }

    /** Another database in subclasses. */
    Site openSite() {
        return PressSite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** The messages by field; of an object without errors none. */
    private static Map<String, List<String>> errors(Runnable check) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        ValidationError error = catchThrowableOfType(ValidationError.class, check::run);
        if (error != null && error.byField() != null) {
            error.byField()
                    .forEach((field, list) -> messages.put(
                            field,
                            list.stream().map(e -> e.code() + ": " + e.text()).toList()));
        }
        return messages;
    }

    private static Map<String, List<String>> product(Consumer<Product> fill, String... exclude) {
        Product product = new Product();
        product.name = "Mug";
        fill.accept(product);
        return errors(() -> product.fullClean(List.of(exclude)));
    }

    private static Map<String, List<String>> event(Consumer<Event> fill, String... exclude) {
        Event event = new Event();
        event.title = "N";
        event.slug = "z";
        event.day = LocalDate.of(2029, 7, 9);
        fill.accept(event);
        return errors(() -> event.fullClean(List.of(exclude)));
    }

    @Test
    void aRightObjectHasNoErrors() {
        assertThat(product(p -> {})).isEmpty();
        assertThat(event(e -> {})).isEmpty();
    }

    @Test
    void fieldsAreCheckedByThemselves() {
        assertThat(product(p -> {
                    p.name = "";
                    p.region = "USA";
                    p.price = new BigDecimal("123456789.12");
                }))
                .containsEntry("name", List.of("blank: This field cannot be blank."))
                .containsEntry("region", List.of("max_length: Ensure this value has at most 2 characters (it has 3)."))
                .containsEntry("price", List.of("max_digits: Ensure that there are no more than 8 digits in total."));
        assertThat(event(e -> {
                    e.email = "bad";
                    e.slug = "bad slug";
                    e.order = Ref.of(Order.class, 99L);
                }))
                .containsKeys("email", "slug")
                .containsEntry("order", List.of("invalid: order instance with id 99 is not a valid choice."));
        assertThat(event(e -> e.order = Ref.of(bob))).containsKey("order");
        assertThat(event(e -> e.order = Ref.of(ann))).isEmpty();
    }

    @Test
    void uniqueValuesAreLookedFor() {
        assertThat(event(e -> e.title = "One"))
                .containsEntry("title", List.of("unique: Event with this Title already exists."));
        assertThat(event(e -> {
                    e.a = 7;
                    e.b = 7;
                }))
                .containsEntry("__all__", List.of("unique_together: Event with this A and B already exists."));
        assertThat(event(e -> e.title = "One", "title")).isEmpty();
        Event one = Event.objects.filter("title", "One").get();
        assertThat(errors(one::fullClean)).isEmpty();
        Line line = Line.objects.create(l -> {
            l.order = Ref.of(ann);
            l.number = 1;
        });
        Line other = new Line();
        other.order = Ref.of(ann);
        other.number = 1;
        assertThat(errors(() -> other.validateUnique(List.of())))
                .containsEntry("__all__", List.of("unique_together: Line with this Order and Number already exists."));
        assertThat(errors(() -> line.validateUnique(List.of()))).isEmpty();
    }

    @Test
    void valuesAreUniqueForADayMonthOrYear() {
        assertThat(event(e -> {
                    e.slug = "one";
                    e.day = LocalDate.of(2024, 5, 1);
                    e.b = 3;
                }))
                .containsExactlyEntriesOf(
                        Map.of("slug", List.of("unique_for_date: Slug must be unique for Day date.")));
        assertThat(event(e -> {
                    e.a = 1;
                    e.day = LocalDate.of(2024, 12, 1);
                }))
                .containsEntry("a", List.of("unique_for_date: A must be unique for Day year."));
        assertThat(event(e -> {
                    e.b = 7;
                    e.day = LocalDate.of(2021, 6, 1);
                }))
                .containsEntry("b", List.of("unique_for_date: B must be unique for Day month."));
        assertThat(event(e -> {
                    e.slug = "one";
                    e.day = LocalDate.of(2024, 5, 2);
                    e.a = 9;
                    e.b = 9;
                }))
                .isEmpty();
    }

    @Test
    void constraintsAreTestedByTheDatabase() {
        assertThat(product(p -> p.price = new BigDecimal("-1")))
                .containsEntry("__all__", List.of("neg: Price is negative (product_price_nonneg)."));
        assertThat(product(p -> {
                    p.starts = LocalDate.of(2024, 2, 1);
                    p.ends = LocalDate.of(2024, 1, 1);
                }))
                .containsEntry("__all__", List.of(": Constraint “product_dates” is violated."));
        assertThat(product(p -> p.ends = LocalDate.of(2024, 1, 1))).isEmpty();
        assertThat(product(p -> p.price = new BigDecimal("-1"), "price")).isEmpty();
        assertThat(product(p -> {
                    p.name = "Pen";
                    p.region = "US";
                    p.rank = 1;
                }))
                .containsEntry(
                        "__all__", List.of("unique_together: Product with this Name and Region already exists."));
        assertThat(product(p -> p.name = "Ink"))
                .containsEntry(
                        "__all__", List.of("unique_together: Product with this Name and Region already exists."));
        assertThat(product(p -> p.name = "Ink", "region")).isEmpty();
        assertThat(product(p -> p.sku = "pen-1")).containsEntry("__all__", List.of("sku_taken: SKU taken."));
        assertThat(product(p -> p.region = "US"))
                .containsEntry("__all__", List.of(": Constraint “product_rank_live” is violated."));
        assertThat(product(p -> {
                    p.region = "US";
                    p.deleted = true;
                }))
                .isEmpty();
        Product pen = Product.objects.filter("name", "Pen").get();
        assertThat(errors(pen::fullClean)).isEmpty();
        Product wrong = new Product();
        wrong.price = new BigDecimal("-1");
        wrong.name = "x";
        assertThat(errors(() -> wrong.fullClean(List.of(), true, false))).isEmpty();
    }

    @Test
    void childrenAreCheckedWithTheirParents() {
        Magazine magazine = new Magazine();
        magazine.name = "";
        assertThat(errors(magazine::fullClean)).containsKey("name").doesNotContainKey("itemPtr");
    }
}
