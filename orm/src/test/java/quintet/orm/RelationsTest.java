package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.Club;
import press.Club_;
import press.Item;
import press.Label;
import press.Label_;
import press.Line;
import press.Membership_;
import press.Note;
import press.Order;
import press.Person;
import press.Person_;
import press.PressSite;
import quintet.core.Site;

/** Changing related objects, on SQLite. */
class RelationsTest {
    private Site site;
    private Person ann;
    private Person bob;
    private Person eve;

    @BeforeEach
    void open() {
        site = openSite();
        ann = Person.objects.create(p -> p.name = "Ann");
        bob = Person.objects.create(p -> p.name = "Bob");
        eve = Person.objects.create(p -> p.name = "Eve");
    }

    /** Another database in subclasses. */
    Site openSite() {
        return PressSite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static List<String> names(Queries<Person> people) {
        return people.all().orderBy("name").list().stream().map(p -> p.name).toList();
    }

    @Test
    void aSymmetricalRelationHoldsBothWays() {
        // region: symmetrical
        ann.friends.addAll(List.of(bob, eve, ann));
        assertThat(names(bob.friends)).containsExactly("Ann");
        assertThat(names(ann.friends)).containsExactly("Ann", "Bob", "Eve");
        ann.friends.remove(bob);
        assertThat(names(bob.friends)).isEmpty();
        assertThat(names(ann.friends)).containsExactly("Ann", "Eve");
        // endregion
        eve.friends.clear();
        assertThat(names(ann.friends)).containsExactly("Ann");
        assertThat(Person.objects.filter(Person_.friends().name.eq("Ann")).count())
                .isEqualTo(1);
    }

    @Test
    void aRelationToOneselfMayGoOneWay() {
        ann.follows.addAll(List.of(bob, eve));
        assertThat(names(bob.follows)).isEmpty();
        assertThat(names(bob.followers)).containsExactly("Ann");
        eve.followers.add(bob);
        assertThat(names(bob.follows)).containsExactly("Eve");
        assertThat(names(Person.objects.filter(Person_.followers().name.eq("Bob"))))
                .containsExactly("Eve");
        ann.follows.set(List.of(bob.id));
        assertThat(names(ann.follows)).containsExactly("Bob");
        ann.follows.replace(List.of(eve));
        assertThat(names(ann.follows)).containsExactly("Eve");
    }

    @Test
    void rowsOfATableOfOnesOwnGetTheirValues() {
        Club club = Club.objects.create(c -> c.name = "Chess");
        // region: through
        club.members.add(ann, Membership_.weight.to(5));
        club.members.addAll(
                List.of(bob), Membership_.weight.to(2), Membership_.inviter().to(ann));
        // endregion
        assertThat(club.memberships.orderBy("id").list())
                .extracting(m -> m.weight)
                .containsExactly(5, 2);
        assertThat(club.memberships.filter(Membership_.inviter().eq(ann)).count())
                .isEqualTo(1);
        assertThat(names(club.members)).containsExactly("Ann", "Bob");
        club.members.add(ann, Membership_.weight.to(9));
        assertThat(club.memberships.count()).isEqualTo(2);
        ann.clubs.create(c -> c.name = "Go", Membership_.weight.to(7));
        assertThat(names(Club.objects.get(Club_.name.eq("Go")).members)).containsExactly("Ann");
        club.members.set(List.of(eve, bob), Membership_.weight.to(4));
        assertThat(club.memberships.orderBy("weight").list())
                .extracting(m -> m.weight)
                .containsExactly(2, 4);
        club.members.clear();
        assertThat(club.memberships.exists()).isFalse();
    }

    @Test
    void addingToAPlainTableTakesOneStatement() {
        Item item = Item.objects.create(i -> i.name = "Box");
        Label red = Label.objects.create(l -> l.name = "red");
        Label blue = Label.objects.create(l -> l.name = "blue");
        assertThat(CaptureQueries.of(() -> item.labels.addAll(List.of(red, blue)))
                        .sql())
                .filteredOn(sql -> sql.contains("press_item_labels"))
                .hasSize(1);
        item.labels.add(red);
        assertThat(item.labels.count()).isEqualTo(2);
    }

    @Test
    void relatedObjectsAreMadeOrFound() {
        Item item = Item.objects.create(i -> i.name = "Box");
        assertThat(item.labels.getOrCreate(Label_.name.to("red"), l -> {}).created())
                .isTrue();
        assertThat(item.labels.getOrCreate(Label_.name.to("red"), l -> {}).created())
                .isFalse();
        assertThat(item.labels.count()).isEqualTo(1);
        Order order = Order.objects.create(o -> o.customer = "Ann");
        Line line = order.lines
                .updateOrCreate(List.of(press.Line_.number.to(3)), l -> l.quantity = 8)
                .object();
        assertThat(line.order.id()).isEqualTo(order.id);
        order.lines.updateOrCreate(List.of(press.Line_.number.to(3)), l -> l.quantity = 9);
        assertThat(order.lines.get().quantity).isEqualTo(9);
    }

    @Test
    void objectsThatPointHereAreSavedMovedAndRefused() {
        Item box = Item.objects.create(i -> i.name = "Box");
        Item bag = Item.objects.create(i -> i.name = "Bag");
        Note note = new Note();
        note.text = "new";
        box.notes.add(note);
        assertThat(note.id).isNotNull();
        bag.notes.add(note);
        assertThat(note.item.id()).isEqualTo(bag.id);
        assertThat(box.notes.exists()).isFalse();
        assertThatThrownBy(() -> box.notes.remove(note))
                .isInstanceOf(DoesNotExist.class)
                .hasMessageContaining("is not related to");
        assertThatThrownBy(() -> bag.notes.remove(note)).hasMessageContaining("cannot be taken away");
    }

    @Test
    void changesOfARelationAreSentBeforeAndAfter() {
        List<String> heard = new ArrayList<>();
        // region: signal
        site.service(Signals.class)
                .manyChanged(
                        Person.class,
                        Person_.follows(),
                        e -> heard.add(e.action() + " " + e.instance() + " " + e.reverse() + " "
                                + e.keys().size()));
        // endregion
        ann.follows.add(bob);
        ann.follows.addAll(List.of(bob, eve));
        bob.followers.remove(ann);
        ann.follows.clear();
        assertThat(heard)
                .containsExactly(
                        "PRE_ADD Ann false 1",
                        "POST_ADD Ann false 1",
                        "PRE_ADD Ann false 1",
                        "POST_ADD Ann false 1",
                        "PRE_REMOVE Bob true 1",
                        "POST_REMOVE Bob true 1",
                        "PRE_CLEAR Ann false 0",
                        "POST_CLEAR Ann false 0");
    }

    @Test
    void loadedAndDeletedObjectsAreToldOf() {
        List<Object> heard = new ArrayList<>();
        Signals signals = site.service(Signals.class);
        signals.postLoad(Person.class, p -> heard.add(p.name));
        signals.postDelete(Person.class, e -> heard.add(e.origin() == e.instance()));
        Person.objects.get(bob.id).delete();
        Person.objects.filter(Person_.name.eq("Eve")).delete();
        assertThat(heard).containsExactly("Bob", true, "Eve", false);
    }
}
