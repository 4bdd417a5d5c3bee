package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.Item;
import press.Item_;
import press.Label;
import press.Label_;
import press.Magazine;
import press.Magazine_;
import press.Note;
import press.Note_;
import press.Owner;
import press.Owner_;
import press.PressSite;
import press.Special;
import press.Special_;
import press.Subscription;
import press.Subscription_;
import press.ThickItem;
import press.ThickItem_;
import press.Yearbook;
import press.Yearbook_;
import quintet.core.Site;

/** Abstract parents, parents with tables of their own, and proxies, on SQLite. */
class InheritanceTest {
    private Site site;
    private Owner jane;

    @BeforeEach
    void open() {
        site = openSite();
        jane = Owner.objects.create(o -> o.name = "Jane");
    }

    /** Another database in subclasses. */
    Site openSite() {
        return PressSite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Magazine magazine(String name, int issue) {
        return Magazine.objects.create(m -> {
            m.name = name;
            m.issue = issue;
            m.pages = 60;
            m.owner = Ref.of(jane);
        });
    }

    private static int queries(Runnable work) {
        return CaptureQueries.of(work::run).count();
    }

    @Test
    void aChildHasRowsInItsOwnTableAndInItsParents() {
        // region: child
        Magazine wired = magazine("Wired", 7);
        assertThat(wired.id).isNotNull();
        assertThat(Magazine.objects.get(wired.id).name).isEqualTo("Wired");
        Item item = Item.objects.get(wired.id);
        assertThat(item).isExactlyInstanceOf(Item.class);
        assertThat(item.name).isEqualTo("Wired");
        assertThat(item).isNotEqualTo(wired);
        // endregion
        ModelMeta<Magazine> meta = ModelMeta.of(Magazine.class);
        assertThat(meta.table()).isEqualTo("press_magazine");
        assertThat(meta.columns().stream().map(FieldMeta::column))
                .containsExactly("id", "name", "owner_id", "pages", "item_ptr_id", "issue");
        assertThat(meta.localColumns().stream().map(FieldMeta::column)).containsExactly("item_ptr_id", "issue");
        assertThat(meta.key().column()).isEqualTo("item_ptr_id");
    }

    @Test
    void theKeyOfAChildTakesEveryComparison() {
        Magazine wired = magazine("Wired", 7);
        Magazine time = magazine("Time", 100);
        assertThat(Magazine.objects.filter("pk__in", List.of(wired.id, time.id)).count())
                .isEqualTo(2);
        assertThat(Magazine.objects.filter("pk__lte", wired.id).list()).containsExactly(wired);
        assertThat(Magazine.objects.filter("pk__name", "Time").list()).containsExactly(time);
        assertThat(Magazine.objects.exclude("pk__gt", wired.id).list()).containsExactly(wired);
    }

    @Test
    void savingAChildChangesEachTable() {
        Magazine wired = magazine("Wired", 7);
        wired.name = "Wire";
        wired.issue = 8;
        wired.save();
        Magazine again = Magazine.objects.get(wired.id);
        assertThat(again.name).isEqualTo("Wire");
        assertThat(again.issue).isEqualTo(8);
        assertThat(Item.objects.count()).isEqualTo(1);
        wired.name = "Wireless";
        wired.issue = 9;
        assertThat(queries(() -> wired.save(Save.only(Magazine_.issue)))).isEqualTo(1);
        again.refresh();
        assertThat(again.name).isEqualTo("Wire");
        assertThat(again.issue).isEqualTo(9);
    }

    @Test
    void aParentsRowBecomesAChildByKey() {
        Item item = Item.objects.create(i -> i.name = "Plain");
        Magazine grown = new Magazine();
        grown.id = item.id;
        grown.name = item.name;
        grown.issue = 1;
        grown.save();
        assertThat(Item.objects.count()).isEqualTo(1);
        assertThat(Magazine.objects.get().id).isEqualTo(item.id);
    }

    @Test
    void goesDownToTheChildAndFindsNoneWhereThereIsNone() {
        Magazine wired = magazine("Wired", 7);
        Item plain = Item.objects.create(i -> i.name = "Plain");
        Item item = Item.objects.get(wired.id);
        assertThat(item.as(Magazine.class)).contains(wired);
        assertThat(item.magazine.get().issue).isEqualTo(7);
        assertThat(plain.as(Magazine.class)).isEmpty();
        assertThat(plain.magazine.find()).isEmpty();
        assertThat(Item.objects.filter(Item_.magazine().issue.eq(7)).list()).containsExactly(item);
        assertThat(Item.objects.filter(Item_.magazine().isNull()).list()).containsExactly(plain);
        assertThat(Item.objects.filter("magazine__issue", 7).list()).containsExactly(item);
        List<Item> loaded =
                Item.objects.selectRelated(Item_.magazine()).orderBy("id").list();
        assertThat(queries(() -> {
                    assertThat(loaded.get(0).magazine.get().name).isEqualTo("Wired");
                    assertThat(loaded.get(1).magazine.find()).isEmpty();
                }))
                .isZero();
    }

    @Test
    void filtersSortsAndShapesByFieldsOfTheParent() {
        magazine("Wired", 7);
        magazine("Time", 3);
        assertThat(Magazine.objects.filter(Magazine_.name.startsWith("W")).list())
                .extracting(m -> m.issue)
                .containsExactly(7);
        assertThat(Magazine.objects.all().list()).extracting(m -> m.name).containsExactly("Time", "Wired");
        assertThat(Magazine.objects.orderBy(Magazine_.name.desc()).list())
                .extracting(m -> m.name)
                .containsExactly("Wired", "Time");
        assertThat(Magazine.objects.filter(Magazine_.owner().name.eq("Jane")).count())
                .isEqualTo(2);
        assertThat(Magazine.objects.selectRelated(Magazine_.owner()).list())
                .allMatch(m -> m.owner != null && m.owner.isLoaded());
        assertThat(Magazine.objects.values(Magazine_.name, Magazine_.issue).into((name, issue) -> name + issue))
                .containsExactly("Time3", "Wired7");
        assertThat(Magazine.objects.filter("item_ptr__name", "Time").count()).isEqualTo(1);
        assertThat(Magazine.objects.only("issue").list().getFirst().deferredFields())
                .contains("name");
        assertThat(Magazine.objects
                        .filter("pk", Magazine.objects.first().orElseThrow().id)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void updatesColumnsOfBothTables() {
        magazine("Wired", 7);
        magazine("Time", 3);
        assertThat(Magazine.objects
                        .filter(Magazine_.issue.gt(5))
                        .update(Magazine_.name.to("New"), Magazine_.issue.to(1)))
                .isEqualTo(1);
        assertThat(Magazine.objects.orderBy("name").list())
                .extracting(m -> m.name + m.issue)
                .containsExactly("New1", "Time3");
        assertThat(Magazine.objects.update(Magazine_.pages.to(Magazine_.pages.plus(1))))
                .isEqualTo(2);
        assertThat(Item.objects.filter(Item_.pages.eq(61)).count()).isEqualTo(2);
    }

    @Test
    void deletingAChildDeletesTheParentsRowAndWhatPointsToEither() {
        Magazine wired = magazine("Wired", 7);
        Label tech = Label.objects.create(l -> l.name = "tech");
        wired.labels.add(tech);
        wired.notes.create(n -> n.text = "nice");
        Subscription.objects.create(s -> s.magazine = Ref.of(wired));
        Deleted deleted = wired.delete();
        assertThat(deleted.byModel())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "press.Magazine", 1,
                        "press.Item", 1,
                        "press.Note", 1,
                        "press.Subscription", 1,
                        "press.Item_labels", 1));
        assertThat(Item.objects.exists()).isFalse();
        assertThat(wired.isNew()).isTrue();
    }

    @Test
    void deletingAParentDeletesTheChild() {
        Special special = Special.objects.create(s -> {
            s.name = "Cats";
            s.matter = "cats";
        });
        Magazine other = magazine("Time", 1);
        Deleted deleted = Item.objects.get(special.id).delete();
        assertThat(deleted.byModel())
                .containsExactlyInAnyOrderEntriesOf(Map.of("press.Item", 1, "press.Magazine", 1, "press.Special", 1));
        assertThat(Magazine.objects.list()).containsExactly(other);
    }

    @Test
    void threeTablesMakeOneObject() {
        Special special = Special.objects.create(s -> {
            s.name = "Cats";
            s.issue = 4;
            s.matter = "cats";
        });
        Special again = Special.objects.get(Special_.name.eq("Cats").and(Special_.issue.eq(4)));
        assertThat(again).isEqualTo(special);
        assertThat(again.matter).isEqualTo("cats");
        assertThat(Magazine.objects.get(special.id).as(Special.class)).contains(special);
        assertThat(Item.objects.get(special.id).as(Special.class)).contains(special);
        assertThat(Item.objects.filter("magazine__special__matter", "cats").count())
                .isEqualTo(1);
        assertThat(Special.objects
                        .filter("magazine_ptr__item_ptr__name", "Cats")
                        .count())
                .isEqualTo(1);
        again.matter = "dogs";
        again.name = "Dogs";
        again.save();
        assertThat(Item.objects.get(special.id).name).isEqualTo("Dogs");
    }

    @Test
    void relationsOfTheParentWorkFromTheChild() {
        Magazine wired = magazine("Wired", 7);
        Label tech = Label.objects.create(l -> l.name = "tech");
        wired.labels.add(tech);
        wired.notes.create(n -> n.text = "nice");
        assertThat(wired.labels.list()).containsExactly(tech);
        assertThat(Item.objects.get(wired.id).labels.list()).containsExactly(tech);
        assertThat(Magazine.objects.filter(Magazine_.labels().name.eq("tech")).list())
                .containsExactly(wired);
        assertThat(Magazine.objects.filter(Magazine_.notes().text.eq("nice")).list())
                .containsExactly(wired);
        assertThat(Magazine.objects.exclude(Magazine_.notes().text.eq("nice")).exists())
                .isFalse();
        Magazine loaded = Magazine.objects
                .prefetchRelated(Magazine_.labels(), Magazine_.notes())
                .get(wired.id);
        assertThat(loaded.labels.isLoaded()).isTrue();
        assertThat(loaded.notes.list()).hasSize(1);
        assertThat(Label.objects.filter(Item_.Reverse.labels().name.eq("Wired")).count())
                .isEqualTo(1);
        assertThat(Note.objects.filter(Note_.item().magazine().issue.eq(7)).count())
                .isEqualTo(1);
        assertThat(Note.objects.filter(Note_.item().eq(wired)).count()).isEqualTo(1);
        assertThat(Owner.objects.filter(Item_.Reverse.owner().pages.eq(60)).count())
                .isEqualTo(1);
    }

    @Test
    void othersPointToTheChild() {
        Magazine wired = magazine("Wired", 7);
        Subscription sub = Subscription.objects.create(s -> {
            s.magazine = Ref.of(wired);
            s.reader = "Leo";
        });
        Subscription loaded =
                Subscription.objects.selectRelated(Subscription_.magazine()).get(sub.id);
        assertThat(loaded.magazine.get().name).isEqualTo("Wired");
        assertThat(Subscription.objects.get(sub.id).magazine.get().issue).isEqualTo(7);
        assertThat(Subscription.objects
                        .filter(Subscription_.magazine().name.eq("Wired"))
                        .filter(Subscription_.magazine().owner().name.eq("Jane"))
                        .count())
                .isEqualTo(1);
        assertThat(Magazine.objects
                        .annotate(Aggregates.count(Subscription_.Reverse.magazine())
                                .as("readers"))
                        .get(wired.id)
                        .annotation("readers"))
                .isEqualTo(1L);
    }

    @Test
    void aDeclaredLinkKeepsItsName() {
        Yearbook book = Yearbook.objects.create(y -> {
            y.name = "Class of 2001";
            y.year = 2001;
        });
        assertThat(book.base.id()).isEqualTo(book.id);
        Yearbook again = Yearbook.objects.get(book.id);
        assertThat(again.name).isEqualTo("Class of 2001");
        assertThat(again.base.get()).isExactlyInstanceOf(Item.class);
        assertThat(Yearbook.objects.only("year").get(book.id).id).isEqualTo(book.id);
        assertThat(Yearbook.objects
                        .filter(Yearbook_.base().name.contains("2001"))
                        .count())
                .isEqualTo(1);
        assertThat(book.delete().byModel()).containsEntry("press.Item", 1).containsEntry("press.Yearbook", 1);
    }

    @Test
    void aProxyHasItsOwnManagerOrderAndMethods() {
        Item thick = Item.objects.create(i -> {
            i.name = "Atlas";
            i.pages = 300;
        });
        Item.objects.create(i -> i.name = "Leaflet");
        ThickItem made = ThickItem.objects.create(t -> {
            t.name = "Bible";
            t.pages = 900;
        });
        assertThat(ModelMeta.of(ThickItem.class).table()).isEqualTo("press_item");
        assertThat(ThickItem.objects.list()).extracting(t -> t.weight()).containsExactly(4500, 1500);
        assertThat(Item.objects.count()).isEqualTo(3);
        assertThat(ThickItem.objects.get(thick.id)).isEqualTo(thick);
        assertThat(ThickItem.objects.get(thick.id).hashCode()).isEqualTo(thick.hashCode());
        assertThat(ThickItem.objects.filter(ThickItem_.owner().isNull()).count())
                .isEqualTo(2);
        made.labels.add(Label.objects.create(l -> l.name = "old"));
        assertThat(ThickItem.objects.filter(ThickItem_.labels().name.eq("old")).list())
                .containsExactly(made);
        assertThat(Label.objects.filter(Item_.Reverse.labels().pages.eq(900)).count())
                .isEqualTo(1);
        made.name = "Book";
        made.save();
        assertThat(Item.objects.get(made.id).name).isEqualTo("Book");
        assertThat(made.delete().byModel()).containsEntry("press.ThickItem", 1);
        assertThat(Item.objects.filter("pk", thick.id).update(Item_.pages.to(1)))
                .isEqualTo(1);
        assertThat(ThickItem.objects.exists()).isFalse();
    }

    @Test
    void anAbstractParentLendsFieldsAndOptions() {
        Owner.objects.create(o -> o.name = "Adam");
        assertThat(Owner.objects.list()).extracting(o -> o.name).containsExactly("Adam", "Jane");
        assertThat(ModelMeta.of(Owner.class).table()).isEqualTo("press_owner");
        assertThat(Owner.objects.filter(Owner_.name.eq("Adam")).count()).isEqualTo(1);
        assertThat(Label.objects.filter(Label_.name.eq("Adam")).count()).isZero();
    }

    @Test
    void manyRowsOfSeveralTablesAreNotInsertedAtOnce() {
        assertThatThrownBy(() -> Magazine.objects.bulkCreate(List.of(new Magazine())))
                .hasMessageContaining("Can't bulk create a multi-table inherited model");
        Magazine wired = magazine("Wired", 7);
        wired.name = "W";
        wired.issue = 2;
        Magazine.objects.bulkUpdate(List.of(wired), "name", "issue");
        Consumer<Magazine> changed = m -> assertThat(m.name + m.issue).isEqualTo("W2");
        changed.accept(Magazine.objects.get(wired.id));
    }
}
