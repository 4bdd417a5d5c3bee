package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.fields.OnDelete.CASCADE;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.SchemaExpr.*;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.orm.MigrationRow;
import quintet.orm.Operation;

class SqliteMigrationsTest {
    private History history;

    @BeforeEach
    void library() throws SQLException {
        history = new History();
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

    @Test
    void rowsAndIndexesSurviveWhenATableIsBuiltAnew() throws SQLException {
        history.run(addField("book", "stock", integerField().defaultValue(3)));
        history.run(alterField("book", "title", charField(300).unique()));
        assertThat(history.rows("SELECT id, title, price, author_id, stock FROM library_book ORDER BY id"))
                .containsExactly("1|One|5|1|3", "2|Two|7.5|2|3");
        assertThat(history.ddl())
                .anyMatch(sql -> sql.contains("\"title_idx\""))
                .anyMatch(sql -> sql.contains("CONSTRAINT \"price_positive\""))
                .anyMatch(sql -> sql.contains("\"title\" varchar(300) NOT NULL UNIQUE"));
        assertThat(history.rows("PRAGMA foreign_keys")).containsExactly("1");
    }

    @Test
    void everyOperationCanBeUndone() throws SQLException {
        // A reference that takes no NULL can come back only where there are no rows.
        history.execute("DELETE FROM library_book");
        history.run(addField("book", "tags", manyToManyField("library.Author").relatedName("tagged")));
        List<Operation> operations = List.of(
                createModel("Shelf")
                        .field("id", autoId())
                        .field("code", slugField().unique()),
                addField("book", "published", dateField().nullable()),
                addField("book", "pages", integerField().defaultValue(1)),
                removeField("book", "author"),
                removeField("book", "tags"),
                alterField("book", "title", textField().dbIndex()),
                renameField("book", "title", "name"),
                renameModel("Author", "Writer"),
                deleteModel("Book"),
                alterModelTable("book", "volumes"),
                alterUniqueTogether("book", List.of("title", "author")),
                addIndex("book", index("-price", "title").name("price_idx")),
                removeIndex("book", "title_idx"),
                renameIndex("book", "title_idx", "other_idx"),
                addConstraint("book", unique("one_title", "title", "author")),
                addConstraint("book", unique("cheap_once", "title").condition(q("price__lt", 3))),
                removeConstraint("book", "price_positive"),
                alterOrderWithRespectTo("book", "author"),
                alterModelOptions("book", Map.of("ordering", List.of("title"))));
        List<String> before = history.ddl().stream().sorted().toList();
        for (Operation operation : operations) {
            history.thereAndBack(operation);
            assertThat(columns(history.ddl())).as(operation.describe()).isEqualTo(columns(before));
        }
    }

    /** Rebuilding a table may move its columns; their definitions stay. */
    private static List<List<String>> columns(List<String> ddl) {
        List<List<String>> all = new ArrayList<>();
        for (String sql : ddl.stream().sorted().toList()) {
            all.add(java.util.Arrays.stream(sql.split(", "))
                    .map(s -> s.replaceAll("^.*TABLE \"\\w+\" \\(|\\)$", ""))
                    .sorted()
                    .toList());
        }
        return all;
    }

    @Test
    void aRenamedModelTakesItsReferencesAlong() throws SQLException {
        history.run(addField("book", "fans", manyToManyField("library.Author").relatedName("likes")));
        history.execute("INSERT INTO library_book_fans (book_id, author_id) VALUES (1, 2)");
        history.run(renameModel("Author", "Writer"));
        assertThat(history.rows(
                        "SELECT w.name FROM library_book b JOIN library_writer w ON w.id = b.author_id ORDER BY 1"))
                .containsExactly("Ann", "Bo");
        assertThat(history.rows("SELECT book_id, writer_id FROM library_book_fans"))
                .containsExactly("1|2");
        assertThatThrownBy(
                        () -> history.execute("INSERT INTO library_book (title, price, author_id) VALUES ('x', 1, 99)"))
                .hasMessageContaining("FOREIGN KEY");
    }

    @Test
    void aMigrationThatFailsInTheMiddleLeavesNothing() throws SQLException {
        List<String> before = history.ddl();
        assertThatThrownBy(() -> history.run(
                        addField("book", "stock", integerField().defaultValue(1)),
                        createModel("Shelf").field("id", autoId()),
                        runSql("INSERT INTO no_such_table VALUES (1)")))
                .hasMessageContaining("no such table")
                .hasMessageContaining("INSERT INTO no_such_table");
        assertThat(history.ddl()).isEqualTo(before);
        assertThat(history.rows("SELECT COUNT(*) FROM library_book")).containsExactly("2");
        assertThat(history.rows("PRAGMA foreign_keys")).containsExactly("1");
    }

    @Test
    void rowsThatWouldPointToNothingStopTheMigration() throws SQLException {
        assertThatThrownBy(() -> history.run(runSql("DELETE FROM library_author WHERE id = 1")))
                .hasMessageContaining("row 1 of table 'library_book'")
                .hasMessageContaining("Nothing was changed");
        assertThat(history.rows("SELECT COUNT(*) FROM library_author")).containsExactly("2");
    }

    @Test
    void codeStepsWorkWithTheModelsOfTheirTime() throws SQLException {
        history.run(addField("book", "label", charField(50).defaultValue("")));
        history.run(runJava(apps -> {
                    for (MigrationRow book : apps.model("library", "Book").filter("author__name", "Ann")) {
                        book.set("label", book.get("title", String.class).toUpperCase())
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
                                    .orderBy("-price")
                                    .first()
                                    .orElseThrow()
                                    .id())
                            .isEqualTo(made.id());
                    assertThat(apps.model("library", "Book")
                                    .filter("title__in", List.of("Two", "Three"))
                                    .update(Map.of("label", "b")))
                            .isEqualTo(2);
                    made.delete();
                })
                .reverse(Operation.Code.NOTHING));
        assertThat(history.rows("SELECT title, label FROM library_book ORDER BY id"))
                .containsExactly("One|ONE", "Two|b");
    }

    @Test
    void dataAndSchemaCanChangeInOneMigration() throws SQLException {
        history.run(
                addField("book", "published", dateField().nullable()),
                runJava(apps -> {
                    int updated = apps.model("library", "Book").update(Map.of("published", LocalDate.of(1950, 1, 2)));
                    assertThat(updated).isEqualTo(2);
                }),
                alterField("book", "published", dateField()));
        assertThat(history.rows("SELECT DISTINCT published FROM library_book")).containsExactly("1950-01-02");
    }

    @Test
    void aStepWithoutAWayBackSaysSo() {
        assertThatThrownBy(() -> history.thereAndBack(runSql("SELECT 1")))
                .hasMessageContaining("not reversible")
                .hasMessageContaining(".reverse(");
    }

    @Test
    void aMissingFieldIsNamedWithThoseThatExist() {
        assertThatThrownBy(() -> history.run(removeField("book", "titel")))
                .hasMessageContaining("titel")
                .hasMessageContaining("title");
    }
}
