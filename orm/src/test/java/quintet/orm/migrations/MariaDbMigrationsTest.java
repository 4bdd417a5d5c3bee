package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.fields.OnDelete.CASCADE;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.SchemaExpr.*;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import library.MariaDb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.orm.MigrationRow;
import quintet.orm.Operation;
import quintet.orm.SchemaExpr;

/** Migrations on MariaDB. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_MARIADB", matches = ".+", disabledReason = "no MariaDB server")
class MariaDbMigrationsTest {
    private History history;

    @BeforeEach
    void library() throws SQLException {
        history = new History(DriverManager.getConnection(MariaDb.jdbc(MariaDb.newDatabase())));
        history.run(
                createModel("Author").field("id", autoId()).field("name", charField(100)),
                createModel("Book")
                        .field("id", autoId())
                        .field("title", charField(200))
                        .field("price", decimalField(6, 2))
                        .field("author", foreignKey("library.Author").onDelete(CASCADE))
                        .index(index("title").name("title_idx"))
                        .constraint(check("price_positive", q("price__gt", 0))));
        history.execute("INSERT INTO library_author (name) VALUES ('Ann'), ('Bo')");
        history.execute("INSERT INTO library_book (title, price, author_id) VALUES ('One', 5, 1), ('Two', 7.5, 2)");
    }

    @AfterEach
    void close() throws SQLException {
        history.close();
    }

    /** What the server says about all tables, without the order of columns and keys. */
    private List<String> tables() throws SQLException {
        return history
                .rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1")
                .stream()
                .map(this::definition)
                .toList();
    }

    private String definition(String table) {
        try {
            String sql = history.rows("SHOW CREATE TABLE `" + table + "`").getFirst();
            return table
                    + sql.lines()
                            .map(line -> line.strip()
                                    .replaceAll(",$", "")
                                    .replaceAll(" AUTO_INCREMENT=\\d+", "")
                                    // The index of a foreign key, which the server names after it if nobody made one.
                                    .replaceAll("^(KEY `\\w+)_fk_\\w+` \\(", "$1` ("))
                            .sorted()
                            .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void columnsHaveDjangosTypes() throws SQLException {
        history.run(createModel("Everything")
                .field("id", autoId())
                .field("flag", booleanField().defaultValue(true))
                .field("at", dateTimeField())
                .field("day", dateField().nullable())
                .field("time", timeField())
                .field("took", durationField())
                .field("text", textField().dbIndex())
                .field("data", jsonField())
                .field("size", positiveIntegerField())
                .field("small", smallIntegerField())
                .field("ratio", floatField())
                .field("code", uuidField())
                .field("blob", binaryField())
                .field("slug", slugField().unique()));
        assertThat(definition("library_everything"))
                .contains(
                        "`id` bigint(20) NOT NULL AUTO_INCREMENT",
                        "`flag` tinyint(1) NOT NULL",
                        "`at` datetime(6) NOT NULL",
                        "`day` date DEFAULT NULL",
                        "`time` time(6) NOT NULL",
                        "`took` bigint(20) NOT NULL",
                        "`text` longtext",
                        "json_valid(`data`)",
                        "`size` int(10) unsigned NOT NULL CHECK (`size` >= 0)",
                        "`small` smallint(6) NOT NULL",
                        "`ratio` double NOT NULL",
                        "`code` uuid NOT NULL",
                        "`blob` longblob NOT NULL",
                        "`slug` varchar(50)",
                        "UNIQUE KEY `slug` (`slug`)");
        assertThat(definition("library_book"))
                .contains("CONSTRAINT `library_book_author_id_", "_fk_library_author_id` FOREIGN KEY (`author_id`)")
                .contains("CONSTRAINT `price_positive` CHECK (`price` > 0.00)", "KEY `title_idx` (`title`)");
    }

    @Test
    void everyOperationCanBeUndone() throws SQLException {
        history.execute("DELETE FROM library_book");
        history.run(addField("book", "tags", manyToManyField("library.Author").relatedName("tagged")));
        List<Operation> operations = List.of(
                createModel("Shelf")
                        .field("id", autoId())
                        .field("code", slugField().unique()),
                addField("book", "published", dateField().nullable()),
                addField("book", "pages", integerField().defaultValue(1)),
                addField(
                        "book",
                        "editor",
                        foreignKey("library.Author")
                                .onDelete(CASCADE)
                                .nullable()
                                .relatedName("+")),
                removeField("book", "author"),
                removeField("book", "tags"),
                alterField("book", "title", charField(300).unique()),
                alterField("book", "title", charField(200).dbIndex()),
                alterField("book", "price", floatField().nullable()),
                renameField("book", "title", "name"),
                renameField("book", "author", "writer"),
                renameModel("Author", "Writer"),
                deleteModel("Book"),
                alterModelTable("book", "volumes"),
                alterUniqueTogether("book", List.of("title", "author")),
                alterUniqueTogether("book", List.of("author", "title")),
                addIndex("book", index("-price", "title").name("price_idx")),
                removeIndex("book", "title_idx"),
                renameIndex("book", "title_idx", "other_idx"),
                addConstraint("book", unique("one_title", "title", "author")),
                addConstraint("book", unique("cheap_once", "title").condition(q("price__lt", 3))),
                addConstraint(
                        "book", check("titled", q("title__istartswith", "o").or(q("title__contains", "\\_")))),
                removeConstraint("book", "price_positive"),
                alterOrderWithRespectTo("book", "author"),
                alterModelOptions("book", Map.of("ordering", List.of("title"))));
        List<String> before = tables();
        for (Operation operation : operations) {
            history.thereAndBack(operation);
            assertThat(tables()).as(operation.describe()).isEqualTo(before);
        }
    }

    @Test
    void rowsStayAndFollowChangesOfKeys() throws SQLException {
        history.run(addField("book", "stock", integerField().defaultValue(3)));
        history.run(alterField("book", "title", charField(300).unique()));
        history.run(renameModel("Author", "Writer"));
        history.run(alterField("writer", "id", integerField().primaryKey()));
        assertThat(history.rows("SELECT id, title, price, author_id, stock FROM library_book ORDER BY id"))
                .containsExactly("1|One|5.00|1|3", "2|Two|7.50|2|3");
        assertThat(definition("library_book")).contains("`author_id` int(11) NOT NULL", "REFERENCES `library_writer`");
        assertThatThrownBy(() -> history.execute(
                        "INSERT INTO library_book (title, price, author_id, stock) VALUES ('x', 1, 99, 1)"))
                .hasMessageContaining("foreign key");
    }

    @Test
    void nullsGetTheDefaultBeforeTheyAreForbidden() throws SQLException {
        history.run(addField("book", "pages", integerField().nullable()));
        history.run(alterField("book", "pages", integerField().defaultValue(7)));
        history.run(addField("book", "seen", dateTimeField().dbDefault(SchemaExpr.func("Now"))));
        assertThat(history.rows("SELECT pages FROM library_book")).containsExactly("7", "7");
        assertThat(definition("library_book")).contains("`seen` datetime(6) NOT NULL DEFAULT current_timestamp(6)");
    }

    @Test
    void commentsStayThroughOtherChanges() throws SQLException {
        history.run(addField("book", "pages", integerField().defaultValue(1).dbComment("it's \\ counted")));
        history.run(alterField("book", "pages", integerField().nullable().dbComment("it's \\ counted")));
        assertThat(history.rows("SELECT column_comment FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND column_name = 'pages'"))
                .containsExactly("it's \\ counted");
    }

    @Test
    void codeStepsWorkWithTheModelsOfTheirTime() throws SQLException {
        history.run(
                addField("book", "label", charField(50).defaultValue("")),
                addField("book", "at", dateTimeField().nullable()));
        Instant moment = Instant.parse("2026-07-01T10:20:30.123456Z");
        history.run(runJava(apps -> {
            for (MigrationRow book : apps.model("library", "Book").filter("author__name", "Ann")) {
                book.set("label", "it's \\ " + book.get("title", String.class))
                        .set("at", moment)
                        .save();
            }
            assertThat(apps.model("library", "Book")
                            .filter("price__gte", new BigDecimal("7.50"))
                            .count())
                    .isEqualTo(1);
            assertThat(apps.model("library", "Book")
                            .exclude("title__istartswith", "o")
                            .get()
                            .get("price", BigDecimal.class))
                    .isEqualByComparingTo("7.5");
            MigrationRow bo =
                    apps.model("library", "Author").filter("name", "Bo").get();
            MigrationRow made =
                    apps.model("library", "Book").create(Map.of("title", "Three", "price", 9, "author", bo));
            assertThat(made.get("author_id", Long.class)).isEqualTo(bo.id());
            assertThat(apps.model("library", "Book")
                            .filter("title", "One")
                            .get()
                            .get("at", Instant.class))
                    .isEqualTo(moment);
            made.delete();
        }));
        assertThat(history.rows("SELECT title, label FROM library_book ORDER BY id"))
                .containsExactly("One|it's \\ One", "Two|");
        history.run(
                addField("book", "published", dateField().nullable()),
                runJava(apps -> apps.model("library", "Book").update(Map.of("published", LocalDate.of(1950, 1, 2)))),
                alterField("book", "published", dateField()));
        assertThat(history.rows("SELECT DISTINCT published FROM library_book")).containsExactly("1950-01-02");
    }

    @Test
    void decimalsNeedDigits() {
        assertThatThrownBy(() ->
                        history.run(addField("book", "exact", decimalField().nullable())))
                .hasMessageContaining("a decimal without digits, which MariaDB and MySQL do not have");
        assertThatThrownBy(() -> history.run(
                        addField("book", "tags", arrayField(charField(5)).nullable())))
                .hasMessageContaining("which only PostgreSQL has, but this database is mysql");
    }
}
