package quintet.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.fields.OnDelete.PROTECT;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.SchemaExpr.*;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.orm.Migration;
import quintet.orm.MigrationQuestions;
import quintet.orm.MigrationRow;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;

/** The examples of {@code docs/migrations.md}. */
class MigrationsDocTest {
    // region: initial
    public static final class M0001_initial extends Migration {
        @Override
        public boolean initial() {
            return true;
        }

        @Override
        public List<Operation> operations() {
            return List.of(
                    createModel("Author").field("id", autoId()).field("name", charField(100)),
                    createModel("Book")
                            .field("id", autoId())
                            .field("title", charField(200))
                            .field(
                                    "author",
                                    foreignKey("library.Author")
                                            .onDelete(PROTECT)
                                            .relatedName("books"))
                            .field("stock", integerField().defaultValue(0))
                            .ordering("title")
                            .index(index("title").name("book_title"))
                            .constraint(check("stock_not_negative", q("stock__gte", 0))));
        }
    }
    // endregion

    // region: data
    public static final class M0002_sort_title extends Migration {
        @Override
        public List<Dependency> dependencies() {
            return List.of(on("library", "0001_initial"));
        }

        @Override
        public List<Operation> operations() {
            return List.of(
                    addField("book", "sort_title", charField(200).defaultValue("")),
                    runJava(apps -> {
                                for (MigrationRow book :
                                        apps.model("library", "Book").filter("title__startswith", "The ")) {
                                    String title = book.get("title", String.class);
                                    book.set("sort_title", title.substring(4)).save();
                                }
                            })
                            .reverse(Operation.Code.NOTHING),
                    runSql("CREATE VIEW library_sorted AS SELECT id, sort_title FROM library_book")
                            .reverse("DROP VIEW library_sorted"));
        }
    }
    // endregion

    @Test
    void theExamplesRunForwardsAndBackwards() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            ModelHistory models = ModelHistory.EMPTY;
            List<Operation> first = new M0001_initial().operations();
            models.run(connection, "library", first);
            models = models.apply("library", first);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO library_author (name) VALUES ('Ann')");
                statement.execute("INSERT INTO library_book (title, author_id, stock) VALUES ('The Hour', 1, 0)");
                List<Operation> second = new M0002_sort_title().operations();
                models.run(connection, "library", second);
                try (ResultSet rows = statement.executeQuery("SELECT sort_title FROM library_sorted")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo("Hour");
                }
                models.runBackwards(connection, "library", second);
                try (ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM sqlite_master WHERE type = 'view'")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isZero();
                }
            }
        }
    }

    @Test
    void historiesAreValues() {
        // region: history
        ModelHistory before = ModelHistory.EMPTY.apply(
                "library", createModel("Book").field("id", autoId()).field("title", charField(200)));
        ModelHistory after =
                before.apply("library", addField("book", "pages", integerField().nullable()));

        List<ModelHistory.Planned> planned = before.changesTo(after, Map.of(), MigrationQuestions.refusing());
        List<String> sql =
                before.sql("postgresql", "library", planned.getFirst().operations());
        // endregion
        assertThat(planned.getFirst().operations().getFirst().describe()).isEqualTo("Add field pages to book");
        assertThat(sql).contains("ALTER TABLE \"library_book\" ADD COLUMN \"pages\" integer NULL;");
    }
}
