package quintet.benchmarks.orm;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep3;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ with typed fields and a mapping by hand. */
final class Jooq implements Contender {
    private static final Table<?> BOOK = table(DSL.name("shop_book"));
    private static final Field<Long> ID = field(DSL.name("shop_book", "id"), Long.class);
    private static final Field<String> TITLE = field(DSL.name("shop_book", "title"), String.class);
    private static final Field<String> ISBN = field(DSL.name("shop_book", "isbn"), String.class);
    private static final Field<Long> AUTHOR_ID = field(DSL.name("shop_book", "author_id"), Long.class);
    private static final Field<BigDecimal> PRICE = field(DSL.name("shop_book", "price"), BigDecimal.class);
    private static final Field<LocalDate> PUBLISHED = field(DSL.name("shop_book", "published"), LocalDate.class);
    private static final Field<Integer> STOCK = field(DSL.name("shop_book", "stock"), Integer.class);
    private static final Field<Boolean> IN_PRINT = field(DSL.name("shop_book", "in_print"), Boolean.class);
    private static final Table<?> AUTHOR = table(DSL.name("shop_author"));
    private static final Field<Long> A_ID = field(DSL.name("shop_author", "id"), Long.class);
    private static final Field<String> A_NAME = field(DSL.name("shop_author", "name"), String.class);
    private static final Table<?> TAG = table(DSL.name("shop_tag"));
    private static final Field<Long> T_ID = field(DSL.name("shop_tag", "id"), Long.class);
    private static final Field<String> T_NAME = field(DSL.name("shop_tag", "name"), String.class);
    private static final Table<?> PAIR = table(DSL.name("shop_book_tags"));
    private static final Field<Long> P_BOOK = field(DSL.name("shop_book_tags", "book_id"), Long.class);
    private static final Field<Long> P_TAG = field(DSL.name("shop_book_tags", "tag_id"), Long.class);
    private static final Table<?> ENTRY = table(DSL.name("shop_entry"));
    private static final Field<String> E_NAME = field(DSL.name("name"), String.class);
    private static final Field<Integer> E_AMOUNT = field(DSL.name("amount"), Integer.class);
    private static final Field<Long> E_CODE = field(DSL.name("code"), Long.class);
    private static final Field<?>[] COLUMNS = {ID, TITLE, ISBN, AUTHOR_ID, PRICE, PUBLISHED, STOCK, IN_PRINT};

    private final DSLContext dsl;

    Jooq(DataSource source, boolean sqlite) {
        Settings settings = new Settings().withExecuteLogging(false);
        this.dsl = DSL.using(source, sqlite ? SQLDialect.SQLITE : SQLDialect.POSTGRES, settings);
    }

    @Override
    public String name() {
        return "jooq";
    }

    private static Rows.Book book(Record row) {
        Rows.Book book = new Rows.Book();
        book.id = row.get(ID);
        book.title = row.get(TITLE);
        book.isbn = row.get(ISBN);
        book.authorId = row.get(AUTHOR_ID);
        book.price = row.get(PRICE);
        book.published = row.get(PUBLISHED);
        book.stock = row.get(STOCK);
        book.inPrint = row.get(IN_PRINT);
        return book;
    }

    private static Rows.Book joined(Record row) {
        Rows.Book book = book(row);
        Rows.Author author = new Rows.Author();
        author.id = row.get(A_ID);
        author.name = row.get(A_NAME);
        book.author = author;
        return book;
    }

    private List<Rows.Book> list(int limit) {
        return dsl.select(COLUMNS)
                .from(BOOK)
                .where(STOCK.gt(0))
                .orderBy(ID.asc())
                .limit(limit)
                .fetch(Jooq::book);
    }

    @Override
    public int run(Task task, int n) {
        return switch (task) {
            case GET ->
                dsl.select(COLUMNS)
                        .from(BOOK)
                        .where(ID.eq(Rows.key(n)))
                        .fetch(Jooq::book)
                        .size();
            case LIST_20 -> list(20).size();
            case LIST_1000 -> list(1000).size();
            case JOIN ->
                dsl.select(COLUMNS)
                        .select(A_ID, A_NAME)
                        .from(BOOK)
                        .join(AUTHOR)
                        .on(A_ID.eq(AUTHOR_ID))
                        .where(STOCK.gt(0))
                        .orderBy(ID.asc())
                        .limit(20)
                        .fetch(Jooq::joined)
                        .size();
            case PREFETCH -> prefetch();
            case INSERT_1000 -> insert(n);
            case UPDATE ->
                dsl.update(BOOK)
                        .set(STOCK, n % 50 + 1)
                        .where(ID.eq(Rows.key(n)))
                        .execute();
            case AGGREGATE ->
                dsl.select(AUTHOR_ID, count(), sum(STOCK))
                        .from(BOOK)
                        .groupBy(AUTHOR_ID)
                        .orderBy(AUTHOR_ID)
                        .fetch(row -> new Rows.PerAuthor(
                                row.value1(), row.value2(), row.value3().longValue()))
                        .size();
        };
    }

    private int prefetch() {
        List<Rows.Book> books = list(20);
        Map<Long, Rows.Book> byId = books.stream().collect(Collectors.toMap(book -> book.id, Function.identity()));
        dsl.select(P_BOOK, T_ID, T_NAME)
                .from(TAG)
                .join(PAIR)
                .on(P_TAG.eq(T_ID))
                .where(P_BOOK.in(byId.keySet()))
                .forEach(row -> {
                    Rows.Tag tag = new Rows.Tag();
                    tag.id = row.value2();
                    tag.name = row.value3();
                    Rows.attach(byId, row.value1(), tag);
                });
        return books.size();
    }

    private int insert(int n) {
        return dsl.transactionResult(configuration -> {
            InsertValuesStep3<?, String, Integer, Long> insert =
                    configuration.dsl().insertInto(ENTRY, E_NAME, E_AMOUNT, E_CODE);
            for (int i = 0; i < 1000; i++) {
                insert = insert.values("entry " + i, i, (long) n);
            }
            return insert.execute();
        });
    }

    @Override
    public void close() {}
}
