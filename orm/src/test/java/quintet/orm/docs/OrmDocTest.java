package quintet.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.PROTECT;
import static quintet.orm.Aggregates.avg;
import static quintet.orm.Aggregates.count;
import static quintet.orm.Aggregates.sum;
import static quintet.orm.Functions.exists;
import static quintet.orm.Functions.outer;
import static quintet.orm.Functions.when;
import static quintet.orm.Transactions.atomic;
import static quintet.orm.Transactions.onCommit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import library.Review;
import library.Review_;
import library.Tag;
import library.Tag_;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.fields.CharField;
import quintet.fields.DecimalField;
import quintet.fields.Default;
import quintet.fields.Defaults;
import quintet.fields.ForeignKey;
import quintet.fields.PrimaryKey;
import quintet.fields.ValidationError;
import quintet.orm.Atomic;
import quintet.orm.CaptureQueries;
import quintet.orm.Created;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.Deleted;
import quintet.orm.Expr;
import quintet.orm.FetchMode;
import quintet.orm.HasSignals;
import quintet.orm.IntegrityError;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.Many;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.ModelMeta;
import quintet.orm.Prefetch;
import quintet.orm.QuerySet;
import quintet.orm.Ref;
import quintet.orm.Save;
import quintet.orm.Signals;

/** The examples of the pages about models, queries, transactions and databases. */
class OrmDocTest {
    // region: model
    public static class Product extends Model {
        public static final Manager<Product> objects = new Manager<>(Product.class);

        @CharField(maxLength = 200)
        public String name = "";

        @DecimalField(maxDigits = 8, decimalPlaces = 2)
        public BigDecimal price = BigDecimal.ZERO;

        @ForeignKey(onDelete = PROTECT)
        public Ref<Author> maker;

        public @Nullable LocalDate since;
        public int stock;
        public Many<Tag> tags;

        public static final Meta<Product> meta = Meta.of(Product.class)
                .ordering(OrmDocTest_Product_.name.asc())
                .index(OrmDocTest_Product_.since)
                .check("product_stock_not_negative", OrmDocTest_Product_.stock.gte(0));

        @Override
        public String toString() {
            return name;
        }
    }
    // endregion

    // region: key
    public static class Ticket extends KeyedModel<UUID> {
        public static final Manager<Ticket> objects = new Manager<>(Ticket.class);

        @PrimaryKey
        @Default(Defaults.RandomUuid.class)
        public UUID code;

        @ForeignKey(onDelete = CASCADE)
        public Ref<Book> book;
    }
    // endregion

    // region: manager
    public static class InStock extends Manager<Book> {
        public InStock() {
            super(Book.class);
        }

        @Override
        public QuerySet<Book> all() {
            return super.all().filter(Book_.stock.gt(0));
        }

        public QuerySet<Book> by(String author) {
            return filter(Book_.author().name.icontains(author));
        }
    }
    // endregion

    // region: signals
    public static class Welcome implements HasSignals {
        @Override
        public void signals(Signals on) {
            on.postSave(Author.class, e -> {
                if (e.created()) {
                    Tag.objects.create(t -> t.name = "author-" + e.instance().id);
                }
            });
        }
    }
    // endregion

    // region: titles
    static final Expr<Author, Long> TITLES = count(Author_.books()).as("titles");
    // endregion

    // region: shelf
    record Shelf(String title, String author, BigDecimal price) {}
    // endregion

    private Site site;

    @BeforeEach
    void open() {
        site = LibrarySite.inMemory();
        LibrarySite.seed();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void objects() {
        // region: save
        Author author = Author.objects.create(a -> a.name = "Herman Melville");
        Book book = new Book();
        book.title = "Moby-Dick";
        book.isbn = "9780142437247";
        book.author = Ref.of(author);
        book.save(); // INSERT

        book.stock = 3;
        book.save(); // UPDATE
        book.save(Save.only(Book_.stock)); // of one column
        // endregion
        assertThat(book.id).isNotNull();

        // region: ref
        book.author.id(); // never queries
        book.author.get(); // loads it
        Long key = Ref.id(book.author); // with the key's type
        book.author = Ref.of(Author.class, key); // without loading
        // endregion

        // region: many
        Tag tag = Tag.objects.getOrCreate(Tag_.name.to("whales"), t -> {}).object();
        book.tags.add(tag);
        assertThat(book.tags.list()).containsExactly(tag);
        book.reviews.create(r -> {
            r.by = Ref.of(author);
            r.stars = 5;
        });
        // endregion

        // region: clean
        book.stock = -1;
        assertThatThrownBy(book::fullClean).isInstanceOf(ValidationError.class);
        // endregion

        // region: delete
        Deleted deleted = book.delete();
        assertThat(deleted.byModel()).containsEntry("library.Review", 1);
        // endregion

        // region: meta
        ModelMeta<Book> meta = ModelMeta.of(Book.class);
        assertThat(meta.table()).isEqualTo("library_book");
        assertThat(meta.field("author").column()).isEqualTo("author_id");
        // endregion
        assertThat(new InStock().by("austen").count()).isEqualTo(1);
        assertThat(ModelMeta.of(Ticket.class).key().name()).isEqualTo("code");
        assertThat(ModelMeta.of(Product.class).options().indexes()).hasSize(1);
        new Welcome().signals(new Signals());
        Author.objects.create(a -> a.name = "X");
        assertThat(Tag.objects.filter("name__startswith", "author-").count()).isEqualTo(1);
    }

    @Test
    void queries() {
        String q = "peace";
        // region: filter
        List<Book> found = Book.objects
                .filter(Book_.title.icontains(q).or(Book_.author().name.icontains(q)))
                .exclude(Book_.published.year().lt(1850))
                .selectRelated(Book_.author())
                .prefetchRelated(Book_.tags())
                .orderBy(Book_.published.desc().nullsLast())
                .list();
        // endregion
        assertThat(found).hasSize(1);

        // region: strings
        Book.objects.filter("author__name__icontains", q).orderBy("-published", "title");
        // endregion

        // region: one
        Book emma = Book.objects.get(Book_.isbn.eq("1")); // DoesNotExist, MultipleObjectsReturned
        Book shown = Book.objects.getOr404(emma.id); // a page 404
        Book.objects
                .filter(Book_.stock.gt(0))
                .first()
                .ifPresent(b -> assertThat(b.stock).isPositive());
        // endregion
        assertThat(shown).isEqualTo(emma);

        // region: spans
        // Authors of a book that has a review with five stars by somebody else:
        Author.objects
                .filter(Author_.books()
                        .reviews()
                        .stars
                        .eq(5)
                        .and(Author_.books().title.startsWith("E")))
                .distinct();
        // Books without any review of one star:
        Book.objects.exclude(Book_.reviews().stars.eq(1));
        // The way back, where the other side declares nothing:
        Author.objects.filter(Review_.Reverse.by().stars.gte(4));
        // endregion

        // region: update
        Book.objects.filter(Book_.stock.gt(0)).update(Book_.stock.to(Book_.stock.minus(1)));
        // endregion

        // region: annotate
        List<String> lines = new ArrayList<>();
        for (Author a : Author.objects.annotate(TITLES).filter(TITLES.gte(2L)).orderBy(TITLES.desc())) {
            lines.add(a.name + ": " + TITLES.of(a));
        }
        Integer copies = Book.objects.aggregate(sum(Book_.stock));
        Double rating = Book.objects.aggregate(avg(Book_.rating).filter(Book_.inPrint.isTrue()));
        // endregion
        assertThat(lines).hasSize(2);
        assertThat(copies).isEqualTo(9);
        assertThat(rating).isEqualTo(4.5);

        // region: values
        List<Shelf> shelf = Book.objects
                .values(Book_.title, Book_.author().name, Book_.price)
                .into(Shelf::new);
        // endregion
        assertThat(shelf).hasSize(5);

        // region: groups
        record PerAuthor(String name, long books) {}
        List<PerAuthor> perAuthor = Book.objects
                .values(Book_.author().name)
                .annotate(count(Book_.id).as("books"))
                .into(PerAuthor::new);
        // endregion
        assertThat(perAuthor).hasSize(3);

        // region: subquery
        Book.objects.filter(
                exists(Review.objects.filter("book", outer(Book_.id)).filter(Review_.stars.eq(5))));
        Book.objects.filter(Book_.author().in(Author.objects.filter(Author_.age.gt(80))));
        // endregion

        // region: case
        Expr<Book, String> shelfMark = when(Book_.stock.eq(0), "gone")
                .when(Book_.stock.lt(3), "last ones")
                .otherwise("plenty")
                .as("mark");
        Book first =
                Book.objects.annotate(shelfMark).orderBy(Book_.title).first().orElseThrow();
        assertThat(shelfMark.of(first)).isEqualTo("plenty");
        // endregion

        // region: peers
        CaptureQueries queries = CaptureQueries.of(() -> {
            for (Book book : Book.objects.all()) {
                assertThat(book.author.get().name).isNotEmpty(); // one query for the authors of all books
            }
        });
        assertThat(queries.count()).isEqualTo(2);
        Book.objects.fetchMode(FetchMode.RAISE); // whatever is used must be asked for
        // endregion

        // region: prefetch
        Book.objects.prefetchRelated(Prefetch.of(Book_.reviews(), Review.objects.filter(Review_.stars.gte(4))));
        // endregion

        // region: create
        Created<Tag> tag = Tag.objects.getOrCreate(Tag_.name.to("modern"), t -> {});
        Book.objects.updateOrCreate(Book_.isbn.to("1"), b -> b.stock = 50);
        // endregion
        assertThat(tag.created()).isTrue();
    }

    @Test
    void transactions() {
        List<String> sent = new ArrayList<>();
        Book book = Book.objects.get(Book_.isbn.eq("1"));
        // region: atomic
        atomic(() -> {
            book.stock = book.stock - 1;
            book.save();
            onCommit(() -> sent.add("order confirmation")); // only if all of this is kept
        });
        // endregion
        assertThat(sent).hasSize(1);

        // region: savepoint
        atomic(() -> {
            Tag.objects.create(t -> t.name = "kept");
            try {
                atomic(() -> Tag.objects.create(t -> t.name = "kept")); // a savepoint
            } catch (IntegrityError e) {
                // what the inner block did is undone, the rest goes on
            }
        });
        // endregion
        assertThat(Tag.objects.filter(Tag_.name.eq("kept")).count()).isEqualTo(1);

        // region: durable
        atomic(Atomic.outermost(), () -> book.save());
        // endregion
    }

    @Test
    void databases() {
        // region: settings
        Env env = Env.of(java.util.Map.of("DATABASE_URL", "sqlite::memory:"));
        Settings settings = Settings.of(env)
                .with(Database.of(env.url("DATABASE_URL", "sqlite:db.sqlite3")))
                .with(Database.of(ConnectionUrl.parse("postgres://app:secret@db.internal/reports"))
                        .alias("reports")
                        .poolSize(5));
        // endregion
        assertThat(settings.parts(Database.class)).hasSize(2);

        // region: sql
        Db db = Databases.current().main();
        List<String> titles =
                db.query("SELECT title FROM library_book WHERE stock > ? ORDER BY title", row -> row.getString(1), 2);
        int changed = db.execute("UPDATE library_book SET stock = stock + ?", 1);
        // endregion
        assertThat(titles).containsExactly("A Wizard of Earthsea", "Emma");
        assertThat(changed).isEqualTo(5);
    }
}
