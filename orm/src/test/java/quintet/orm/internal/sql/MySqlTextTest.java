package quintet.orm.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import library.Author;
import library.Author_;
import library.Book;
import library.Book_;
import library.LibrarySite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.core.ConnectionUrl;
import quintet.core.Site;
import quintet.orm.Aggregates;
import quintet.orm.Queries;
import quintet.orm.QueryError;
import quintet.orm.QueryTimeout;
import quintet.orm.RowLock;
import quintet.orm.TransientError;

/** What is written for MySQL, where it differs from MariaDB. */
class MySqlTextTest {
    private final Dialect mysql = dialect("MySQL", 8, 4);
    private final Dialect mariadb = dialect("MariaDB", 11, 4);
    private Site site;

    @BeforeEach
    void open() {
        site = LibrarySite.inMemory();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Dialect dialect(String product, int major, int minor) {
        Dialect dialect = Dialect.of(ConnectionUrl.parse("mysql://app@localhost/shop"));
        dialect.servedBy(() -> new Server(product, major, minor));
        return dialect;
    }

    private String sql(Queries<?> rows) {
        return mysql.compiler().rows(rows.query()).sql();
    }

    private String maria(Queries<?> rows) {
        return mariadb.compiler().rows(rows.query()).sql();
    }

    @Test
    void theServersNameTellsThemApart() {
        assertThat(mysql.vendor()).isEqualTo("mysql");
        assertThat(mysql.product()).isEqualTo("mysql");
        assertThat(mariadb.vendor()).isEqualTo("mysql");
        assertThat(mariadb.product()).isEqualTo("mariadb");
        assertThat(mysql.returnsInserted()).isFalse();
        assertThat(mariadb.returnsInserted()).isTrue();
        assertThatThrownBy(() -> new Server("MySQL", 8, 0).requireSupported("default"))
                .hasMessageContaining("MySQL 8.4 or later is required (found 8.0)");
    }

    @Test
    void regularExpressionsAreFunctions() {
        assertThat(sql(Book.objects.filter("title__regex", "^W")))
                .contains("WHERE REGEXP_LIKE(`library_book`.`title`, ?, 'c')");
        assertThat(sql(Book.objects.filter("title__iregex", "^w")))
                .contains("WHERE REGEXP_LIKE(`library_book`.`title`, ?, 'i')");
        assertThat(maria(Book.objects.filter("title__regex", "^W"))).contains("`title` REGEXP BINARY ?");
    }

    @Test
    void rowsThatAreThereAlreadyAreNamedByAnAlias() {
        StringBuilder text = new StringBuilder();
        mysql.conflict(text, false, List.of(), List.of("a", "b"));
        assertThat(text).hasToString(" AS new ON DUPLICATE KEY UPDATE `a` = new.`a`, `b` = new.`b`");
        StringBuilder other = new StringBuilder();
        mariadb.conflict(other, false, List.of(), List.of("a"));
        assertThat(other).hasToString(" ON DUPLICATE KEY UPDATE `a` = VALUES(`a`)");
    }

    @Test
    void locksNameTheirTables() {
        Queries<Book> book = Book.objects
                .selectRelated("author")
                .forUpdate(new RowLock(false, true, false, List.of("self", "author")));
        assertThat(sql(book)).endsWith(" FOR UPDATE OF `library_book`, `library_author` SKIP LOCKED");
        assertThatThrownBy(() -> maria(book))
                .isInstanceOf(QueryError.class)
                .hasMessageContaining("FOR UPDATE OF is not supported on this database backend.");
        assertThatThrownBy(() -> sql(Book.objects.forUpdate(new RowLock(false, false, true, List.of()))))
                .hasMessageContaining("FOR NO KEY UPDATE is not supported");
        assertThatThrownBy(() -> sql(Book.objects.forUpdate(new RowLock(false, false, false, List.of("author")))))
                .hasMessageContaining("Invalid field name(s) given in select_for_update(of=(...)): author.")
                .hasMessageContaining("Choices are: self.");
    }

    @Test
    void jsonIsComparedAsSuch() {
        assertThat(sql(Book.objects.filter("extra", Map.of("a", 1)))).contains("`extra` = CAST(? AS JSON)");
        assertThat(sql(Book.objects.filter("extra__a__in", List.of(1, 2))))
                .contains("(JSON_EXTRACT(`library_book`.`extra`, ?) = CAST(? AS JSON) OR JSON_EXTRACT(");
        assertThat(maria(Book.objects.filter("extra", Map.of("a", 1)))).contains("JSON_NORMALIZE(");
    }

    @Test
    void anyValueIsAFunctionOfItsOwn() {
        Map<String, quintet.orm.internal.query.Node> aggregates =
                Map.of("some", Aggregates.anyValue(Book_.title).node());
        assertThat(mysql.compiler().aggregate(Book.objects.query(), aggregates).sql())
                .startsWith("SELECT ANY_VALUE(`library_book`.`title`)");
        assertThat(mariadb.compiler()
                        .aggregate(Book.objects.query(), aggregates)
                        .sql())
                .startsWith("SELECT MAX(");
    }

    @Test
    void explanationsComeAsATreeUnlessAsked() {
        assertThat(mysql.explain(Map.of())).isEqualTo("EXPLAIN FORMAT=TREE ");
        assertThat(mysql.explain(Map.of("format", "text"))).isEqualTo("EXPLAIN FORMAT=TRADITIONAL ");
        assertThat(mysql.explain(Map.of("format", "json"))).isEqualTo("EXPLAIN FORMAT=JSON ");
        assertThat(mysql.explain(Map.of("analyze", true))).isEqualTo("EXPLAIN ANALYZE ");
        assertThat(mariadb.explain(Map.of())).isEqualTo("EXPLAIN ");
        assertThat(mariadb.explain(Map.of("format", "text"))).isEqualTo("EXPLAIN ");
        assertThat(mariadb.explain(Map.of("analyze", true, "format", "json"))).isEqualTo("ANALYZE FORMAT=JSON ");
        assertThatThrownBy(() -> mariadb.explain(Map.of("format", "tree")))
                .hasMessageContaining("Allowed formats: JSON, TEXT, TRADITIONAL.");
    }

    @Test
    void errorsHaveNumbersOfTheirOwn() {
        assertThat(mysql.translate(new SQLException("exceeded", "HY000", 3024), "SELECT 1"))
                .isInstanceOf(QueryTimeout.class);
        assertThat(mysql.translate(new SQLException("could not lock", "HY000", 3572), "SELECT 1"))
                .isInstanceOf(TransientError.class);
    }

    @Test
    void setOperationsStandInBrackets() {
        assertThat(sql(Author.objects.all().difference(Author.objects.filter(Author_.age.gt(50)))))
                .startsWith("(SELECT ")
                .contains(") EXCEPT (SELECT ");
    }
}
