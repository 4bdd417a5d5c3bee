package quintet.benchmarks.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcClient with row mappers. */
final class Spring implements Contender {
    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final boolean sqlite;

    Spring(DataSource source, boolean sqlite) {
        this.client = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.sqlite = sqlite;
    }

    @Override
    public String name() {
        return "spring";
    }

    private List<Rows.Book> list(int limit) {
        return client.sql(Rows.LIST)
                .param(0)
                .param(limit)
                .query((rows, number) -> Rows.book(rows, sqlite))
                .list();
    }

    @Override
    public int run(Task task, int n) {
        return switch (task) {
            case GET ->
                client.sql(Rows.GET)
                        .param(Rows.key(n))
                        .query((rows, number) -> Rows.book(rows, sqlite))
                        .list()
                        .size();
            case LIST_20 -> list(20).size();
            case LIST_1000 -> list(1000).size();
            case JOIN ->
                client.sql(Rows.JOIN)
                        .param(0)
                        .param(20)
                        .query((rows, number) -> Rows.joined(rows, sqlite))
                        .list()
                        .size();
            case PREFETCH -> prefetch();
            case INSERT_1000 -> insert(n);
            case UPDATE ->
                client.sql(Rows.UPDATE).param(n % 50 + 1).param(Rows.key(n)).update();
            case AGGREGATE ->
                client.sql(Rows.AGGREGATE)
                        .query((rows, number) -> new Rows.PerAuthor(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                        .list()
                        .size();
        };
    }

    private int prefetch() {
        List<Rows.Book> books = list(20);
        Map<Long, Rows.Book> byId = books.stream().collect(Collectors.toMap(book -> book.id, Function.identity()));
        client.sql(Rows.TAGS + Rows.questions(books.size()))
                .params(List.copyOf(byId.keySet()))
                .query((rows, number) -> Rows.attach(byId, rows.getLong(1), Rows.tag(rows)))
                .list();
        return books.size();
    }

    private int insert(int n) {
        List<Object[]> values = new ArrayList<>(1000);
        for (int i = 0; i < 1000; i++) {
            values.add(new Object[] {"entry " + i, i, (long) n});
        }
        Integer count = transactions.execute(status -> template.batchUpdate(Rows.INSERT, values).length);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {}
}
