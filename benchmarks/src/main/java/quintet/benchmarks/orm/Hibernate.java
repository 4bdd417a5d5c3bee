package quintet.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/** Hibernate with sessions, or with stateless ones. Keys of inserted rows are assigned, so that its batches work. */
final class Hibernate implements Contender {
    /** Who wrote books. */
    @Entity(name = "Author")
    @Table(name = "shop_author")
    public static class Author {
        @Id
        public @Nullable Long id;

        public String name = "";
    }

    /** What books are about. */
    @Entity(name = "Tag")
    @Table(name = "shop_tag")
    public static class Tag {
        @Id
        public @Nullable Long id;

        public String name = "";
    }

    /** What is sold. */
    @Entity(name = "Book")
    @Table(name = "shop_book")
    public static class Book {
        @Id
        public @Nullable Long id;

        public String title = "";
        public String isbn = "";

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "author_id")
        public @Nullable Author author;

        public BigDecimal price = BigDecimal.ZERO;
        public @Nullable LocalDate published;
        public int stock;

        @Column(name = "in_print")
        public boolean inPrint;

        @ManyToMany
        @JoinTable(
                name = "shop_book_tags",
                joinColumns = @JoinColumn(name = "book_id"),
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        public Set<Tag> tags = new LinkedHashSet<>();
    }

    /** A row that is inserted by the thousand. */
    @Entity(name = "Entry")
    @Table(name = "shop_entry")
    public static class Entry {
        @Id
        public @Nullable Long id;

        public String name = "";
        public int amount;
        public long code;
    }

    private static final long FIRST_KEY = 1_000_000_000L;

    private final SessionFactory factory;
    private final boolean stateless;
    private long nextKey;

    Hibernate(DataSource source, boolean sqlite, boolean stateless) {
        this.stateless = stateless;
        this.nextKey = FIRST_KEY * (stateless ? 2 : 1);
        Configuration configuration = new Configuration();
        List.of(Author.class, Tag.class, Book.class, Entry.class).forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
        configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "1000");
        configuration.setProperty(
                AvailableSettings.DIALECT,
                sqlite ? "org.hibernate.community.dialect.SQLiteDialect" : "org.hibernate.dialect.PostgreSQLDialect");
        this.factory = configuration.buildSessionFactory();
    }

    @Override
    public String name() {
        return stateless ? "hib.stateless" : "hibernate";
    }

    @Override
    public int run(Task task, int n) {
        if (stateless) {
            try (var session = factory.openStatelessSession()) {
                return switch (task) {
                    case GET -> session.get(Book.class, Rows.key(n)) == null ? 0 : 1;
                    case INSERT_1000 -> {
                        List<Entry> entries = entries(n);
                        session.beginTransaction();
                        session.insertMultiple(entries);
                        session.getTransaction().commit();
                        yield entries.size();
                    }
                    default -> query(session, task, n);
                };
            }
        }
        try (var session = factory.openSession()) {
            return switch (task) {
                case GET -> session.find(Book.class, Rows.key(n)) == null ? 0 : 1;
                case INSERT_1000 -> {
                    List<Entry> entries = entries(n);
                    session.beginTransaction();
                    entries.forEach(session::persist);
                    session.getTransaction().commit();
                    yield entries.size();
                }
                default -> query(session, task, n);
            };
        }
    }

    private List<Entry> entries(int n) {
        List<Entry> entries = new ArrayList<>(1000);
        for (int i = 0; i < 1000; i++) {
            Entry entry = new Entry();
            entry.id = nextKey++;
            entry.name = "entry " + i;
            entry.amount = i;
            entry.code = n;
            entries.add(entry);
        }
        return entries;
    }

    private static int query(SharedSessionContract session, Task task, int n) {
        return switch (task) {
            case LIST_20 -> list(session, 20).size();
            case LIST_1000 -> list(session, 1000).size();
            case JOIN ->
                session.createSelectionQuery(
                                "from Book b join fetch b.author where b.stock > :s order by b.id", Book.class)
                        .setParameter("s", 0)
                        .setMaxResults(20)
                        .getResultList()
                        .size();
            case PREFETCH -> {
                List<Long> keys = list(session, 20).stream().map(b -> b.id).toList();
                yield session.createSelectionQuery("from Book b left join fetch b.tags where b.id in :keys", Book.class)
                        .setParameterList("keys", keys)
                        .getResultList()
                        .size();
            }
            case UPDATE -> {
                session.beginTransaction();
                int rows = session.createMutationQuery("update Book set stock = :s where id = :i")
                        .setParameter("s", n % 50 + 1)
                        .setParameter("i", Rows.key(n))
                        .executeUpdate();
                session.getTransaction().commit();
                yield rows;
            }
            case AGGREGATE ->
                session
                        .createSelectionQuery(
                                "select b.author.id, count(*), sum(b.stock) from Book b group by b.author.id"
                                        + " order by b.author.id",
                                Object[].class)
                        .getResultList()
                        .stream()
                        .map(row -> new Rows.PerAuthor((Long) row[0], (Long) row[1], ((Number) row[2]).longValue()))
                        .toList()
                        .size();
            default -> throw new IllegalArgumentException(task.toString());
        };
    }

    private static List<Book> list(SharedSessionContract session, int limit) {
        return session.createSelectionQuery("from Book b where b.stock > :s order by b.id", Book.class)
                .setParameter("s", 0)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void close() {
        factory.close();
    }
}
