package quintet.benchmarks.orm;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Jdbi with row mappers. */
final class JdbiContender implements Contender {
    private final Jdbi jdbi;
    private final boolean sqlite;

    JdbiContender(DataSource source, boolean sqlite) {
        this.jdbi = Jdbi.create(source);
        this.sqlite = sqlite;
    }

    @Override
    public String name() {
        return "jdbi";
    }

    private List<Rows.Book> list(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(Rows.LIST)
                .bind(0, 0)
                .bind(1, limit)
                .map((rows, context) -> Rows.book(rows, sqlite))
                .list());
    }

    @Override
    public int run(Task task, int n) {
        return switch (task) {
            case GET ->
                jdbi.withHandle(handle -> handle.createQuery(Rows.GET)
                        .bind(0, Rows.key(n))
                        .map((rows, context) -> Rows.book(rows, sqlite))
                        .list()
                        .size());
            case LIST_20 -> list(20).size();
            case LIST_1000 -> list(1000).size();
            case JOIN ->
                jdbi.withHandle(handle -> handle.createQuery(Rows.JOIN)
                        .bind(0, 0)
                        .bind(1, 20)
                        .map((rows, context) -> Rows.joined(rows, sqlite))
                        .list()
                        .size());
            case PREFETCH -> prefetch();
            case INSERT_1000 -> insert(n);
            case UPDATE ->
                jdbi.withHandle(handle -> handle.createUpdate(Rows.UPDATE)
                        .bind(0, n % 50 + 1)
                        .bind(1, Rows.key(n))
                        .execute());
            case AGGREGATE ->
                jdbi.withHandle(handle -> handle.createQuery(Rows.AGGREGATE)
                        .map((rows, context) -> new Rows.PerAuthor(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                        .list()
                        .size());
        };
    }

    private int prefetch() {
        List<Rows.Book> books = list(20);
        Map<Long, Rows.Book> byId = books.stream().collect(Collectors.toMap(book -> book.id, Function.identity()));
        jdbi.useHandle(handle -> handle.createQuery(Rows.TAGS + "<ids>)")
                .bindList("ids", List.copyOf(byId.keySet()))
                .map((rows, context) -> Rows.attach(byId, rows.getLong(1), Rows.tag(rows)))
                .list());
        return books.size();
    }

    private int insert(int n) {
        return jdbi.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(Rows.INSERT);
            for (int i = 0; i < 1000; i++) {
                batch.bind(0, "entry " + i).bind(1, i).bind(2, (long) n).add();
            }
            return batch.execute().length;
        });
    }

    @Override
    public void close() {}
}
