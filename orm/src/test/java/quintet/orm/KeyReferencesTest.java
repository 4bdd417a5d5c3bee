package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freight.Crate;
import freight.Crate_;
import freight.FreightSite;
import freight.Line;
import freight.Line_;
import freight.Order;
import freight.Order_;
import freight.Pallet;
import freight.Pallet_;
import freight.Parcel;
import freight.Receipt;
import freight.Receipt_;
import freight.Shipment;
import freight.Shipment_;
import freight.Step;
import freight.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.CommandCall;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.fields.ValidationError;

/** References to keys with several fields, on SQLite. */
class KeyReferencesTest {
    private Site site;
    private Order ann;
    private Order bob;
    private Line apples;
    private Line pears;
    private Line plums;

    @BeforeEach
    void open() {
        site = FreightSite.open(database());
        ann = Order.objects.create(o -> o.customer = "Ann");
        bob = Order.objects.create(o -> o.customer = "Bob");
        apples = line(ann, 1, "apples");
        pears = line(ann, 2, "pears");
        plums = line(bob, 1, "plums");
    }

    /** Another database in subclasses. */
    ConnectionUrl database() {
        return ConnectionUrl.parse("sqlite::memory:");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Line line(Order order, int number, String article) {
        return Line.objects.create(l -> {
            l.order = Ref.of(order);
            l.number = number;
            l.article = article;
        });
    }

    private static Shipment shipment(String code, Line line, Line spare) {
        return Shipment.objects.create(s -> {
            s.code = code;
            s.line = Ref.of(line);
            s.spare = spare == null ? null : Ref.of(spare);
        });
    }

    private static Step step(Line line, String name, Step after) {
        return Step.objects.create(s -> {
            s.line = Ref.of(line);
            s.name = name;
            s.after = after == null ? null : Ref.of(after);
        });
    }

    private static List<String> codes(Queries<Shipment> shipments) {
        return shipments.all().list().stream().map(s -> s.code).sorted().toList();
    }

    private void three() {
        shipment("a", apples, plums);
        shipment("b", pears, null);
        shipment("c", plums, apples);
    }

    @Test
    void aReferenceHasAColumnForEachFieldOfTheKey() {
        ModelMeta<?> meta = ModelMeta.of(Shipment.class);
        assertThat(meta.columns())
                .extracting(FieldMeta::column)
                .containsExactly("id", "line_order_id", "line_number", "other_order", "other_no", "code");
        FieldMeta line = meta.field("line");
        assertThat(line.isComposite()).isTrue();
        assertThat(line.hasColumn()).isFalse();
        assertThat(line.parts()).extracting(FieldMeta::name).containsExactly("line_order_id", "line_number");
        assertThat(meta.declaredColumns()).extracting(FieldMeta::name).containsExactly("id", "line", "spare", "code");
        assertThat(ModelMeta.of(Step.class).keyFields())
                .extracting(FieldMeta::column)
                .containsExactly("line_order_id", "line_number", "name");
        assertThat(ModelMeta.of(Step.class).columns())
                .extracting(FieldMeta::column)
                .containsExactly(
                        "line_order_id",
                        "line_number",
                        "name",
                        "after_line_order_id",
                        "after_line_number",
                        "after_name");
    }

    @Test
    void savesAndLoadsTheWholeKey() {
        // region: save
        Shipment made = Shipment.objects.create(s -> {
            s.line = Ref.of(pears);
            s.code = "S-1";
        });
        Shipment found = Shipment.objects.get(made.id);
        assertThat(found.line.id()).isEqualTo(List.of(ann.id, 2));
        assertThat(found.line.get()).isEqualTo(pears);
        // endregion
        assertThat(found.spare).isNull();
        assertThat(found.line).isEqualTo(Ref.of(Line.class, List.of(ann.id.intValue(), 2L)));
        found.spare = Ref.of(Line.class, List.of(bob.id, 1));
        found.line = Ref.of(apples);
        found.save();
        Shipment again = Shipment.objects.get(made.id);
        assertThat(again.line.get().article).isEqualTo("apples");
        assertThat(again.spare.get().article).isEqualTo("plums");
        again.spare = null;
        again.save(Save.only("spare"));
        again.refresh();
        assertThat(again.spare).isNull();
        assertThat(again.line.id()).isEqualTo(apples.key());
        assertThatThrownBy(() -> Shipment.objects.create(s -> s.line = Ref.of(new Line())))
                .hasMessageContaining("Save the Line that line points to first");
        assertThatThrownBy(() -> Ref.of(Line.class, List.of(1L))).hasMessageContaining("list of 2 values");
        assertThatThrownBy(() -> {
                    Transactions.atomic(() -> {
                        Shipment.objects.create(s -> s.line = Ref.of(Line.class, List.of(ann.id, 99)));
                    });
                })
                .isInstanceOf(IntegrityError.class);
    }

    @Test
    void comparesReferencesByTheWholeKey() {
        three();
        // region: query
        assertThat(codes(Shipment.objects.filter(Shipment_.line().eq(pears)))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter("line", List.of(ann.id, 2)))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter(Shipment_.line().number.eq(1))))
                .containsExactly("a", "c");
        assertThat(codes(Shipment.objects.filter(
                        Shipment_.line().order().customer.eq("Bob"))))
                .containsExactly("c");
        // endregion
        assertThat(codes(Shipment.objects.filter("line", pears))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter("line", pears.key()))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter(Shipment_.line().eqKey(pears.key()))))
                .containsExactly("b");
        assertThat(codes(Shipment.objects.filter(Shipment_.line().inObjects(List.of(pears)))))
                .containsExactly("b");
        assertThat(codes(Shipment.objects.filter(Shipment_.spare().isNull()))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter("line", List.of(ann, 2)))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter("line__pk", pears.key()))).containsExactly("b");
        assertThat(codes(Shipment.objects.exclude("line", pears))).containsExactly("a", "c");
        assertThat(codes(Shipment.objects.filter("line__in", List.of(pears, plums))))
                .containsExactly("b", "c");
        assertThat(codes(Shipment.objects.filter("line__in", List.of(pears.key(), apples.key()))))
                .containsExactly("a", "b");
        assertThat(codes(Shipment.objects.filter("line__in", Line.objects.filter(Line_.number.eq(1)))))
                .containsExactly("a", "c");
        assertThat(codes(Shipment.objects.exclude("line__in", Line.objects.filter(Line_.number.eq(1)))))
                .containsExactly("b");
        assertThat(codes(Shipment.objects.filter("spare__isnull", true))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter("spare__isnull", false))).containsExactly("a", "c");
        assertThat(codes(Shipment.objects.filter("spare", (Object) null))).containsExactly("b");
        assertThat(codes(Shipment.objects.exclude("spare", plums))).containsExactly("b", "c");
        assertThat(codes(Shipment.objects.exclude("spare__in", List.of(plums)))).containsExactly("b", "c");
        assertThat(codes(Shipment.objects.filter(Shipment_.line().number.eq(1))))
                .containsExactly("a", "c");
        assertThat(codes(Shipment.objects.filter(
                        Shipment_.line().order().customer.eq("Bob"))))
                .containsExactly("c");
        assertThat(codes(Shipment.objects.filter("line__order", ann))).containsExactly("a", "b");
        assertThat(codes(Shipment.objects.filter("line_number", 2))).containsExactly("b");
        assertThat(codes(Shipment.objects.filter("line", Shipment_.spare()))).isEmpty();
        assertThat(codes(Shipment.objects.exclude("line", Shipment_.spare()))).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> codes(Shipment.objects.filter("line", ann)))
                .hasMessageContaining("Must be \"Line\" instance");
        assertThatThrownBy(() -> codes(Shipment.objects.filter("line", 5))).hasMessageContaining("list of 2 values");
    }

    @Test
    void aPartOfTheKeyNeedsNoJoin() {
        three();
        assertThat(CaptureQueries.of(() -> codes(
                                Shipment.objects.filter(Shipment_.line().number.eq(1))))
                        .sql()
                        .getFirst())
                .doesNotContain("JOIN");
        assertThat(CaptureQueries.of(() -> codes(Shipment.objects.filter("line__order", ann)))
                        .sql()
                        .getFirst())
                .doesNotContain("JOIN");
        assertThat(CaptureQueries.of(() -> codes(Shipment.objects.filter("line", apples)))
                        .sql()
                        .getFirst())
                .doesNotContain("JOIN");
    }

    @Test
    void goesBackAndCounts() {
        three();
        shipment("d", apples, null);
        assertThat(Line.objects.filter("shipments__code", "b").list()).containsExactly(pears);
        assertThat(Line.objects.filter(Shipment_.Reverse.line().code.eq("c")).list())
                .containsExactly(plums);
        assertThat(Line.objects.exclude("shipments__code", "a").list()).containsExactlyInAnyOrder(pears, plums);
        assertThat(Line.objects.filter("spares__isnull", true).list()).containsExactly(pears);
        assertThat(Order.objects.filter("lines__shipments__code", "d").list()).containsExactly(ann);
        assertThat(Line.objects
                        .annotate(Aggregates.count(Line_.shipments()).as("n"))
                        .orderBy("-n", "number", "order")
                        .list())
                .extracting(l -> l.annotation("n"))
                .containsExactly(2L, 1L, 1L);
        assertThat(Shipment.objects
                        .values("line")
                        .annotate(Aggregates.count(Shipment_.id).as("n"))
                        .orderBy("line")
                        .list())
                .containsExactly(
                        Map.of("line", apples.key(), "n", 2L),
                        Map.of("line", pears.key(), "n", 1L),
                        Map.of("line", plums.key(), "n", 1L));
        assertThat(Shipment.objects
                        .orderBy("code")
                        .values("code", "line", "line_number", "spare")
                        .list())
                .first()
                .isEqualTo(Map.of("code", "a", "line", apples.key(), "line_number", 1, "spare", plums.key()));
        assertThat(Shipment.objects.orderBy("-line", "code").list())
                .extracting(s -> s.code)
                .containsExactly("c", "b", "a", "d");
        assertThat(Line.objects
                        .filter("pk__in", Shipment.objects.filter("code", "b").values("line"))
                        .list())
                .containsExactly(pears);
        assertThat(codes(Shipment.objects.filter(Functions.<Shipment>exists(Line.objects
                        .filter("pk", Functions.outer(Shipment_.line()))
                        .filter("article", "plums")))))
                .containsExactly("c");
        assertThat(Line.objects
                        .annotate(FilteredRelation.of(
                                        Line_.shipments(),
                                        Line_.shipments().code.eq("a"))
                                .as("first"))
                        .filter("first__code", "a")
                        .list())
                .containsExactly(apples);
    }

    @Test
    void loadsWithJoinsAndWithFurtherQueries() {
        three();
        List<Shipment> joined = Shipment.objects
                .selectRelated("line__order", "spare")
                .orderBy("code")
                .list();
        assertThat(CaptureQueries.of(() -> {
                            assertThat(joined)
                                    .extracting(s -> s.line.get().article)
                                    .containsExactly("apples", "pears", "plums");
                            assertThat(joined.getFirst().line.get().order.get().customer)
                                    .isEqualTo("Ann");
                            assertThat(joined.getFirst().spare.get()).isEqualTo(plums);
                            assertThat(joined.get(1).spare).isNull();
                        })
                        .count())
                .isZero();
        List<Shipment> plain = Shipment.objects.orderBy("code").list();
        assertThat(CaptureQueries.of(() -> plain.forEach(s -> s.line.get())).count())
                .isEqualTo(1);
        assertThat(CaptureQueries.of(() -> assertThat(plain.get(2).spare.get()).isEqualTo(apples))
                        .count())
                .isEqualTo(1);
        List<Line> lines = Line.objects
                .prefetchRelated("shipments", "receipt")
                .orderBy("pk")
                .list();
        assertThat(CaptureQueries.of(() -> {
                            assertThat(codes(lines.getFirst().shipments)).isNotNull();
                            assertThat(lines.getFirst().shipments.list())
                                    .extracting(s -> s.code)
                                    .containsExactly("a");
                            assertThat(lines.getFirst()
                                            .shipments
                                            .list()
                                            .getFirst()
                                            .line
                                            .get())
                                    .isSameAs(lines.getFirst());
                            assertThat(lines.getFirst().receipt.getOrNull()).isNull();
                        })
                        .count())
                .isLessThanOrEqualTo(1);
        List<Shipment> fetched = Shipment.objects
                .prefetchRelated("line", "spare")
                .orderBy("code")
                .list();
        assertThat(CaptureQueries.of(() -> assertThat(fetched)
                                .extracting(s -> s.line.get().article)
                                .containsExactly("apples", "pears", "plums"))
                        .count())
                .isZero();
    }

    @Test
    void leavesOutAndLoadsReferencesAsAWhole() {
        three();
        Shipment some = Shipment.objects.only("code").orderBy("code").first().orElseThrow();
        assertThat(some.deferredFields()).containsExactly("line", "spare");
        some.fetch("line");
        assertThat(some.line.id()).isEqualTo(apples.key());
        assertThat(some.deferredFields()).containsExactly("spare");
        some.code = "z";
        some.save();
        Shipment other = Shipment.objects.only("line").get("code", "z");
        assertThat(other.line.get()).isEqualTo(apples);
        assertThat(other.deferredFields()).containsExactly("spare", "code");
        assertThat(Shipment.objects.defer("line").get("code", "z").deferredFields())
                .containsExactly("line");
        assertThat(Shipment.objects.get("code", "z").spare.get()).isEqualTo(plums);
        List<Shipment> raw = Shipment.objects.raw("SELECT * FROM freight_shipment ORDER BY code");
        assertThat(raw).extracting(s -> s.line.get().article).containsExactly("pears", "plums", "apples");
    }

    @Test
    void changesManyRowsAtOnce() {
        three();
        assertThat(Shipment.objects.filter("code", "a").update(Shipment_.line().to(pears)))
                .isEqualTo(1);
        assertThat(codes(Shipment.objects.filter("line", pears))).containsExactly("a", "b");
        Shipment.objects.filter("code", "a").update(Assignment.of("spare", null));
        assertThat(codes(Shipment.objects.filter("spare__isnull", true))).containsExactly("a", "b");
        Shipment.objects.filter("code", "c").update(Assignment.of("line", Shipment_.spare()));
        assertThat(codes(Shipment.objects.filter("line", apples))).containsExactly("c");
        List<Shipment> all = Shipment.objects.orderBy("code").list();
        all.forEach(s -> {
            s.line = Ref.of(plums);
            s.spare = s.code.equals("b") ? Ref.of(apples) : null;
        });
        Shipment.objects.bulkUpdate(all, "line", "spare");
        assertThat(Shipment.objects.filter("line", plums).count()).isEqualTo(3);
        assertThat(codes(Shipment.objects.filter("spare", apples))).containsExactly("b");
        Shipment one = new Shipment();
        one.line = Ref.of(apples);
        one.code = "x";
        Shipment two = new Shipment();
        two.line = Ref.of(pears);
        two.spare = Ref.of(plums);
        two.code = "y";
        Shipment.objects.bulkCreate(List.of(one, two));
        assertThat(codes(Shipment.objects.filter("line__in", List.of(apples, pears))))
                .containsExactly("x", "y");
        assertThat(Shipment.objects
                        .getOrCreate(Map.of("line", apples, "code", "x"), Map.of())
                        .created())
                .isFalse();
        Shipment made = Shipment.objects
                .getOrCreate(Map.of("line", apples, "code", "w"), Map.of("spare", plums))
                .object();
        assertThat(Shipment.objects.get(made.id).spare.get()).isEqualTo(plums);
        Shipment byParts = Shipment.objects.create(Map.of("line_order_id", ann.id, "line_number", 2, "code", "parts"));
        assertThat(Shipment.objects.get(byParts.id).line.get()).isEqualTo(pears);
        assertThat(Shipment.objects.update(Assignment.of("line_number", 1))).isPositive();
        assertThatThrownBy(() -> Shipment.objects.update(
                        Assignment.of("line", Shipment_.line().order())))
                .hasMessageContaining("several columns");
    }

    @Test
    void relatedManagersGoByTheWholeKey() {
        three();
        assertThat(codes(apples.shipments)).containsExactly("a");
        Shipment made = apples.shipments.create(s -> s.code = "new");
        assertThat(made.line.id()).isEqualTo(apples.key());
        apples.shipments.add(Shipment.objects.get("code", "b"));
        assertThat(codes(apples.shipments)).containsExactly("a", "b", "new");
        assertThat(codes(plums.spares)).containsExactly("a");
        plums.spares.clear();
        assertThat(plums.spares.exists()).isFalse();
        plums.spares.set(Shipment.objects.filter("code", "b").list());
        assertThat(codes(plums.spares)).containsExactly("b");
        plums.spares.remove(Shipment.objects.get("code", "b"));
        assertThat(Shipment.objects.get("code", "b").spare).isNull();
        assertThat(CaptureQueries.of(
                                () -> apples.shipments.list().getFirst().line.get())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void oneToOneRelationsAreUniqueAsAWhole() {
        Receipt.objects.create(r -> r.line = Ref.of(apples));
        Receipt.objects.create(r -> r.line = Ref.of(pears));
        assertThat(apples.receipt.get().line.id()).isEqualTo(apples.key());
        assertThat(plums.receipt.getOrNull()).isNull();
        assertThat(Line.objects.filter("receipt__paid", false).count()).isEqualTo(2);
        List<Line> lines = Line.objects.selectRelated("receipt").orderBy("pk").list();
        assertThat(CaptureQueries.of(() -> {
                            assertThat(lines.getFirst().receipt.get().paid).isFalse();
                            assertThat(lines.get(2).receipt.getOrNull()).isNull();
                        })
                        .count())
                .isZero();
        List<Line> peers = Line.objects.orderBy("pk").list();
        assertThat(CaptureQueries.of(() -> peers.forEach(l -> l.receipt.getOrNull()))
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> Transactions.atomic(() -> {
                    Receipt.objects.create(r -> r.line = Ref.of(apples));
                }))
                .isInstanceOf(IntegrityError.class);
        Receipt twice = new Receipt();
        twice.line = Ref.of(apples);
        assertThatThrownBy(twice::fullClean)
                .isInstanceOfSatisfying(
                        ValidationError.class,
                        e -> assertThat(e.byField().get("line"))
                                .extracting(f -> f.text())
                                .containsExactly("Receipt with this Line already exists."));
        assertThat(Receipt.objects.filter(Receipt_.line().number.eq(2)).exists())
                .isTrue();
    }

    @Test
    void validationLooksForTheRow() {
        Shipment bad = new Shipment();
        bad.code = "x";
        assertThatThrownBy(bad::fullClean)
                .isInstanceOfSatisfying(
                        ValidationError.class,
                        e -> assertThat(e.byField().get("line"))
                                .extracting(f -> f.text())
                                .containsExactly("This field cannot be null."));
        bad.line = Ref.of(Line.class, List.of(ann.id, 77));
        assertThatThrownBy(bad::fullClean)
                .isInstanceOfSatisfying(
                        ValidationError.class,
                        e -> assertThat(e.byField().get("line"))
                                .extracting(f -> f.text())
                                .containsExactly("line instance with pk [" + ann.id + ", 77] is not a valid choice."));
        bad.line = Ref.of(pears);
        bad.fullClean();
        Step again = new Step();
        again.line = Ref.of(step(apples, "cut", null).line.get());
        again.name = "cut";
        assertThatThrownBy(again::fullClean)
                .isInstanceOfSatisfying(
                        ValidationError.class,
                        e -> assertThat(e.byField().get(ValidationError.NON_FIELD_ERRORS))
                                .extracting(f -> f.text())
                                .containsExactly("Step with this Line and Name already exists."));
    }

    @Test
    void deletionFollowsReferences() {
        three();
        Deleted gone = apples.delete();
        assertThat(gone.byModel()).isEqualTo(Map.of("freight.Line", 1, "freight.Shipment", 1));
        assertThat(Shipment.objects.get("code", "c").spare).isNull();
        Receipt.objects.create(r -> r.line = Ref.of(plums));
        assertThatThrownBy(plums::delete).isInstanceOf(DeletionBlocked.class).hasMessageContaining("Receipt.line");
        Receipt.objects.delete();
        assertThat(bob.delete().byModel())
                .isEqualTo(Map.of("freight.Order", 1, "freight.Line", 1, "freight.Shipment", 1));
        assertThat(Shipment.objects.count()).isEqualTo(1);
        Order.objects.delete();
        assertThat(Shipment.objects.count() + Line.objects.count()).isZero();
    }

    @Test
    void keysMayContainSuchReferencesAndPointToThemselves() {
        Step cut = step(apples, "cut", null);
        Step wash = step(apples, "wash", cut);
        step(plums, "cut", null);
        assertThat(wash.key()).isEqualTo(List.of(ann.id, 1, "wash"));
        assertThat(Step.objects.get(List.of(apples, "wash")).after.get()).isEqualTo(cut);
        assertThat(Step.objects.get(List.of(ann.id, 1, "wash")).line.get()).isEqualTo(apples);
        assertThat(Step.objects.filter("line", apples).count()).isEqualTo(2);
        assertThat(Step.objects.filter("after__line__order__customer", "Ann").list())
                .containsExactly(wash);
        assertThat(cut.next.list()).containsExactly(wash);
        assertThat(Step.objects.filter("after", cut).list()).containsExactly(wash);
        wash.after = null;
        wash.save();
        assertThat(Step.objects.filter("after__isnull", true).count()).isEqualTo(3);
        wash.after = Ref.of(cut);
        wash.save();
        cut.delete();
        wash.refresh();
        assertThat(wash.after).isNull();
        assertThat(apples.delete().byModel()).containsEntry("freight.Step", 1);
    }

    @Test
    void manyToManyRelationsKeepTheWholeKey() {
        Crate big = Crate.objects.create(c -> c.name = "big");
        Crate small = Crate.objects.create(c -> c.name = "small");
        big.lines.addAll(List.of(apples, plums));
        small.lines.add(apples);
        small.lines.addKeys(List.of(List.of(ann.id.intValue(), 2L)));
        assertThat(big.lines.list()).containsExactlyInAnyOrder(apples, plums);
        assertThat(Crate.objects.filter("lines", pears).list()).containsExactly(small);
        assertThat(Crate.objects.filter(Crate_.lines().article.eq("plums")).list())
                .containsExactly(big);
        assertThat(Crate.objects.exclude("lines", plums).list()).containsExactly(small);
        assertThat(Line.objects.filter("crate", big).count()).isEqualTo(2);
        List<Crate> all = Crate.objects.prefetchRelated("lines").orderBy("name").list();
        assertThat(CaptureQueries.of(
                                () -> assertThat(all.getLast().lines.list()).containsExactlyInAnyOrder(apples, pears))
                        .count())
                .isZero();
        small.lines.set(Arrays.asList(plums, pears));
        assertThat(small.lines.list()).containsExactlyInAnyOrder(plums, pears);
        small.lines.remove(plums);
        assertThat(small.lines.list()).containsExactly(pears);
        Tag fresh = Tag.objects.create(t -> t.name = "fresh");
        apples.tags.add(fresh);
        plums.tags.set(List.of(fresh));
        assertThat(apples.tags.list()).containsExactly(fresh);
        assertThat(fresh.lines.list()).containsExactlyInAnyOrder(apples, plums);
        assertThat(Line.objects.prefetchRelated("tags").orderBy("pk").list())
                .extracting(l -> l.tags.list().size())
                .containsExactly(1, 0, 1);
        assertThat(Tag.objects.prefetchRelated("lines").list().getFirst().lines.list())
                .hasSize(2);
        fresh.lines.clear();
        assertThat(plums.tags.exists()).isFalse();
        assertThat(apples.delete().byModel()).containsEntry("freight.Crate_lines", 1);
        assertThat(Order.objects
                        .filter(Line_.Reverse.order().article.eq("plums"))
                        .list())
                .containsExactly(bob);
        assertThat(Order.objects
                        .annotate(Aggregates.count(Order_.lines()).as("n"))
                        .get("customer", "Ann")
                        .annotation("n"))
                .isEqualTo(1L);
    }

    @Test
    void constraintsOrdersAndRulesOfDeletionNameThem() {
        Line first = Line.objects.get(List.of(1L, 1));
        Parcel parcel = Parcel.objects.create(p -> {
            p.line = Ref.of(pears);
            p.fallback = Ref.of(plums);
            p.code = "p";
        });
        Parcel made = Parcel.objects.create(p -> {
            p.line = Ref.of(first);
            p.code = "q";
        });
        assertThat(made.fallback.id()).isEqualTo(List.of(1L, 1));
        assertThat(Parcel.objects.list()).containsExactly(made, parcel);
        Parcel same = new Parcel();
        same.line = Ref.of(pears);
        same.fallback = Ref.of(pears);
        same.code = "p";
        assertThatThrownBy(same::fullClean).hasMessageContaining("Parcel with this Line and Code already exists.");
        assertThatThrownBy(() -> Transactions.atomic(() -> same.save())).isInstanceOf(IntegrityError.class);
        assertThatThrownBy(pears::delete).isInstanceOf(DeletionBlocked.class);
        plums.delete();
        parcel.refresh();
        assertThat(parcel.fallback.id()).isEqualTo(List.of(1L, 1));
    }

    @Test
    void childrenInheritThem() {
        Pallet pallet = Pallet.objects.create(p -> {
            p.line = Ref.of(pears);
            p.fallback = Ref.of(apples);
            p.code = "x";
            p.below = Ref.of(plums);
            p.height = 3;
        });
        Pallet found = Pallet.objects.get(pallet.id);
        assertThat(found.line.get()).isEqualTo(pears);
        assertThat(found.below.get()).isEqualTo(plums);
        assertThat(Pallet.objects.filter("line", pears).filter("below", plums).exists())
                .isTrue();
        assertThat(Pallet.objects
                        .filter(Pallet_.line().order().customer.eq("Ann"))
                        .exists())
                .isTrue();
        found.line = Ref.of(apples);
        found.below = Ref.of(pears);
        found.save();
        assertThat(Parcel.objects.get(pallet.id).line.id()).isEqualTo(apples.key());
        assertThat(Pallet.objects.update(Assignment.of("line", plums), Assignment.of("below", apples)))
                .isEqualTo(1);
        found.refresh();
        assertThat(found.line.get()).isEqualTo(plums);
        assertThat(Pallet.objects.selectRelated("line", "below").get().below.get())
                .isEqualTo(apples);
        Parcel.objects.filter("pk", pallet.id).update(Assignment.of("line", pears));
        assertThat(found.delete().byModel()).isEqualTo(Map.of("freight.Pallet", 1, "freight.Parcel", 1));
    }

    @Test
    void theDatabaseDeletesAsItIsTold() {
        Line other = line(bob, 9, "nuts");
        Pallet.objects.create(p -> {
            p.line = Ref.of(pears);
            p.fallback = Ref.of(apples);
            p.below = Ref.of(other);
        });
        assertThat(other.delete().byModel()).isEqualTo(Map.of("freight.Line", 1));
        assertThat(Pallet.objects.count()).isZero();
    }

    @Test
    void inspectdbWritesThemAsOneReference() {
        String models = site.call(() -> CommandCall.of("inspectdb").run().out());
        assertThat(models)
                .contains("    @ForeignKey(onDelete = OnDelete.DO_NOTHING)\n    public Ref<FreightLine> line;")
                .contains("    @ForeignKey(onDelete = OnDelete.DO_NOTHING, columns = {\"other_order\", \"other_no\"})\n"
                        + "    public @Nullable Ref<FreightLine> freightLine;")
                .contains("    @OneToOneField(onDelete = OnDelete.DO_NOTHING)\n    public Ref<FreightLine> line;")
                .contains("    @PrimaryKey\n    @ForeignKey(onDelete = OnDelete.DO_NOTHING)\n"
                        + "    public Ref<FreightLine> line;")
                .doesNotContain("lineNumber");
    }

    @Test
    void rowsAreTakenApartByTheWholeKey() {
        three();
        shipment("d", apples, null);
        assertThat(Shipment.objects
                        .annotate(Functions.rowNumber()
                                .over(Window.<Shipment>partitionBy(Shipment_.line())
                                        .orderBy(Shipment_.code.asc()))
                                .as("n"))
                        .orderBy("code")
                        .list())
                .extracting(s -> s.annotation("n"))
                .containsExactly(1, 1, 1, 2);
        Step made = Step.objects.create(Map.of("pk", List.of(apples, "cut")));
        assertThat(Step.objects.get(made.key()).line.get()).isEqualTo(apples);
        assertThat(Shipment.objects.values("line").distinct().count()).isEqualTo(3);
        assertThat(Shipment.objects
                        .filter("line", apples)
                        .union(Shipment.objects.filter("line", pears))
                        .list())
                .hasSize(3);
        assertThat(Line.objects.inBulk(List.of(apples.key(), plums.key()))).hasSize(2);
        Receipt.objects.create(r -> r.line = Ref.of(apples));
        assertThat(Receipt.objects.inBulk(List.of(apples.key()), "line").get(apples.key()))
                .isNotNull();
    }
}
