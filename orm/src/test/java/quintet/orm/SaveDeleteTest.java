package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Profile;
import library.Review;
import library.Review_;
import library.Tag;
import library.Tag_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.Site;
import quintet.fields.ValidationError;

/** Saving, deleting and relating objects on SQLite. */
class SaveDeleteTest {
    private Site site;

    @BeforeEach
    void open() {
        site = openSite();
        LibrarySite.seed();
    }

    /** Another database in subclasses. */
    Site openSite() {
        return LibrarySite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Book emma() {
        return Book.objects.get(Book_.title.eq("Emma"));
    }

    @Test
    void jsonNullIsNotNull() {
        Book emma = Book.objects.get("title", "Emma");
        emma.extra = JsonNull.VALUE;
        emma.save();
        assertThat(Book.objects.get(emma.id).extra).isNull();
        assertThat(Book.objects.filter("extra__isnull", false).list()).containsExactly(emma);
        assertThat(Book.objects.filter("extra", JsonNull.VALUE).list()).containsExactly(emma);
        emma.extra = null;
        emma.save();
        assertThat(Book.objects.filter("extra__isnull", false).exists()).isFalse();
    }

    @Test
    void savesNewAndChangedObjects() {
        Author author = new Author();
        assertThat(author.isNew()).isTrue();
        author.name = "Herman Melville";
        author.age = 72;
        author.save();
        assertThat(author.isNew()).isFalse();
        assertThat(author.id).isNotNull();
        author.age = 73;
        author.save();
        assertThat(Author.objects.get(author.id).age).isEqualTo(73);
        assertThat(Author.objects.get(author.id))
                .isEqualTo(author)
                .isNotSameAs(author)
                .hasSameHashCodeAs(author);
    }

    @Test
    void savesSomeFieldsOnly() {
        Book emma = emma();
        emma.title = "Changed";
        emma.stock = 99;
        emma.save(Save.only(Book_.stock));
        Book again = Book.objects.get(emma.id);
        assertThat(again.title).isEqualTo("Emma");
        assertThat(again.stock).isEqualTo(99);
        assertThatThrownBy(() -> emma.save(Save.only("stok"))).hasMessageContaining("Did you mean 'stock'?");
    }

    @Test
    void saysThatNothingWasUpdated() {
        Book emma = emma();
        Book.objects.filter(Book_.id.eq(emma.id)).delete();
        assertThatThrownBy(() -> emma.save(Save.update())).isInstanceOf(NotUpdated.class);
    }

    @Test
    void anUnsavedObjectHasNoHash() {
        assertThatThrownBy(() -> new HashSet<>(Set.of(new Tag())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Save it first");
        Tag tag = new Tag();
        assertThat(tag).isEqualTo(tag).isNotEqualTo(new Tag());
    }

    @Test
    void referencesToUnsavedObjectsAreRefused() {
        Book book = new Book();
        book.isbn = "x";
        book.author = Ref.of(new Author());
        assertThatThrownBy(book::save).hasMessageContaining("Save the Author that author points to first");
    }

    @Test
    void violatedConstraintsCarryTheQuery() {
        Tag twice = new Tag();
        twice.name = "classic";
        assertThatThrownBy(twice::save)
                .isInstanceOf(IntegrityError.class)
                .hasMessageContaining(
                        "INSERT INTO " + Databases.current().main().dialect().quoted("library_tag"));
        assertThat(Databases.current().main().pool().active()).isZero();
    }

    @Test
    void deletesWhatDepends() {
        Book emma = emma();
        Long id = emma.id;
        Deleted deleted = emma.delete();
        assertThat(deleted.byModel()).isEqualTo(Map.of("library.Book", 1, "library.Review", 2, "library.Book_tags", 1));
        assertThat(deleted.count()).isEqualTo(4);
        assertThat(emma.id).isNull();
        assertThat(Review.objects.filter("book", id).exists()).isFalse();
    }

    @Test
    void protectedRowsStandAgainstDeletion() {
        Author jane = Author.objects.get(Author_.name.eq("Jane Austen"));
        assertThatThrownBy(jane::delete)
                .isInstanceOf(DeletionBlocked.class)
                .hasMessageContaining("Book.author")
                .satisfies(e -> assertThat(((DeletionBlocked) e).objects()).hasSize(2));
        assertThat(Author.objects.count()).isEqualTo(4);
    }

    @Test
    void setsReferencesToNull() {
        Book.objects.filter(Book_.author().name.startsWith("Ursula")).delete();
        Author.objects.get(Author_.name.startsWith("Ursula")).delete();
        Author young = Author.objects.get(Author_.name.eq("New Writer"));
        assertThat(young.mentor).isNull();
    }

    @Test
    void deletesQueriesWithJoins() {
        Deleted deleted = Review.objects.filter(Review_.book().title.eq("Emma")).delete();
        assertThat(deleted.count()).isEqualTo(2);
        assertThatThrownBy(() -> Review.objects.limit(1).delete()).hasMessageContaining("slice");
    }

    @Test
    void relatesManyToMany() {
        Book emma = emma();
        Tag fantasy = Tag.objects.get(Tag_.name.eq("fantasy"));
        emma.tags.add(fantasy);
        emma.tags.add(fantasy);
        assertThat(emma.tags.count()).isEqualTo(2);
        emma.tags.remove(fantasy);
        assertThat(emma.tags.list()).extracting(t -> t.name).containsExactly("classic");
        emma.tags.set(List.of(fantasy));
        assertThat(emma.tags.filter(Tag_.name.startsWith("f")).exists()).isTrue();
        Tag made = emma.tags.create(t -> t.name = "new");
        assertThat(made.id).isNotNull();
        assertThat(emma.tags.count()).isEqualTo(2);
        emma.tags.clear();
        assertThat(emma.tags.exists()).isFalse();
        assertThatThrownBy(() -> new Book().tags.list()).hasMessageContaining("Save the Book before using its tags");
    }

    @Test
    void relatesTheOtherEndOfAForeignKey() {
        Author leo = Author.objects.get(Author_.name.eq("Leo Tolstoy"));
        Book resurrection = leo.books.create(b -> {
            b.title = "Resurrection";
            b.isbn = "77";
        });
        assertThat(resurrection.author.id()).isEqualTo(leo.id);
        assertThat(leo.books.count()).isEqualTo(2);
        assertThat(CaptureQueries.of(() -> leo.books.list().forEach(b -> b.author.get()))
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> leo.books.clear()).hasMessageContaining("must point to something");
    }

    @Test
    void getsOrCreates() {
        Created<Tag> first = Tag.objects.getOrCreate(Tag_.name.to("modern"), t -> {});
        Created<Tag> second = Tag.objects.getOrCreate(Tag_.name.to("modern"), t -> {});
        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.object()).isEqualTo(first.object());
        Created<Book> changed = Book.objects.updateOrCreate(Book_.isbn.to("1"), b -> b.stock = 50);
        assertThat(changed.created()).isFalse();
        assertThat(emma().stock).isEqualTo(50);
    }

    /** Five hundred rows a statement. */
    int statementsFor1200Rows() {
        return 3;
    }

    @Test
    void createsAndUpdatesInBulk() {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            Tag tag = new Tag();
            tag.name = "t" + i;
            tags.add(tag);
        }
        CaptureQueries queries = CaptureQueries.of(() -> Tag.objects.bulkCreate(tags));
        assertThat(queries.count()).isEqualTo(statementsFor1200Rows());
        assertThat(Tag.objects.get(tags.get(700).id).name).isEqualTo("t700");
        Tag.objects.bulkCreate(List.of(tag("t1"), tag("u1")), Conflict.IGNORE);
        assertThat(Tag.objects.filter(Tag_.name.in("t1", "u1")).count()).isEqualTo(2);
        List<Book> books = Book.objects.list();
        books.forEach(b -> b.price = b.price.add(BigDecimal.ONE));
        assertThat(Book.objects.bulkUpdate(books, "price")).isEqualTo(5);
        assertThat(emma().price).isEqualTo(new BigDecimal("10.50"));
        assertThat(Book.objects.inBulk(List.of(1L, 2L, 99L))).containsOnlyKeys(1L, 2L);
        Map<String, Book> byIsbn = Book.objects.inBulk(List.of("1", "9"), Book_.isbn);
        assertThat(byIsbn).containsOnlyKeys("1");
        books.forEach(b -> b.stock = 77);
        assertThat(Book.objects.bulkUpdate(books, Book_.stock, Book_.price)).isEqualTo(5);
        assertThat(emma().stock).isEqualTo(77);
    }

    private static Tag tag(String name) {
        Tag tag = new Tag();
        tag.name = name;
        return tag;
    }

    @Test
    void checksObjectsBeforeSaving() {
        Book book = new Book();
        book.isbn = "1";
        book.stock = -1;
        book.author = Ref.of(Author.class, 99L);
        assertThatThrownBy(book::fullClean).isInstanceOfSatisfying(ValidationError.class, e -> {
            assertThat(e.byField()).containsKeys("title", "isbn", "author", ValidationError.NON_FIELD_ERRORS);
            assertThat(e.byField().get("title").getFirst().text()).isEqualTo("This field cannot be blank.");
            assertThat(e.byField().get("isbn").getFirst().text()).isEqualTo("Book with this Isbn already exists.");
        });
        emma().fullClean();
    }

    @Test
    void oneToOneRowsAreUnique() {
        Author jane = Author.objects.get(Author_.name.eq("Jane Austen"));
        Profile second = new Profile();
        second.author = Ref.of(jane);
        assertThatThrownBy(second::save).isInstanceOf(IntegrityError.class);
    }
}
