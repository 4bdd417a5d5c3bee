package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.SchemaExpr.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;

/** What migrations write for MySQL, and where MariaDB differs. */
class MySqlSchemaTextTest {
    private static final Operation BOOK = createModel("Book")
            .field("id", autoId())
            .field("title", charField(200).with("db_collation", "utf8mb4_0900_ai_ci"))
            .field("uid", uuidField())
            .field("extra", jsonField().dbDefault(Map.of()))
            .field("body", textField().dbDefault("none"))
            .field("stock", positiveIntegerField().dbDefault(1))
            .field("made", dateTimeField().dbDefault(func("Now")));

    private static List<String> sql(String product, Operation... operations) {
        return ModelHistory.EMPTY.sql(product, "library", List.of(operations)).stream()
                .filter(line -> !line.startsWith("--"))
                .toList();
    }

    private static List<String> then(String product, Operation operation) {
        List<String> all = sql(product, BOOK, operation);
        return all.subList(sql(product, BOOK).size(), all.size());
    }

    @Test
    void columnsAreMySqlsOwn() {
        assertThat(sql("mysql", BOOK))
                .containsExactly("CREATE TABLE `library_book` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY,"
                        + " `title` varchar(200) COLLATE `utf8mb4_0900_ai_ci` NOT NULL, `uid` char(32) NOT NULL,"
                        + " `extra` json DEFAULT ('{}') NOT NULL, `body` longtext DEFAULT ('none') NOT NULL,"
                        + " `stock` integer UNSIGNED DEFAULT 1 NOT NULL CHECK (`stock` >= 0),"
                        + " `made` datetime(6) DEFAULT (CURRENT_TIMESTAMP(6)) NOT NULL);");
        assertThat(sql("mariadb", BOOK).getFirst())
                .contains("`uid` uuid NOT NULL", "CHECK (JSON_VALID(`extra`))", "`body` longtext DEFAULT 'none'");
    }

    @Test
    void indexesMayBeOfExpressions() {
        Operation lower = addIndex(
                "book",
                index().name("lower_idx")
                        .expression(func("Lower", "title").desc())
                        .expression(f("stock")));
        assertThat(then("mysql", lower))
                .containsExactly("CREATE INDEX `lower_idx` ON `library_book` ((LOWER(`title`)) DESC, `stock`);");
        assertThat(then("mariadb", lower)).isEmpty();
    }

    @Test
    void checksAreDroppedAsSuch() {
        Operation check = addConstraint("book", check("titled", q("title__regex", "^[A-Z]")));
        assertThat(then("mysql", check))
                .containsExactly("ALTER TABLE `library_book` ADD CONSTRAINT `titled` CHECK (REGEXP_LIKE(`title`,"
                        + " '^[A-Z]', 'c'));");
        assertThat(sql("mysql", BOOK, check, removeConstraint("book", "titled")).getLast())
                .isEqualTo("ALTER TABLE `library_book` DROP CHECK `titled`;");
        assertThat(sql("mariadb", BOOK, check, removeConstraint("book", "titled"))
                        .getLast())
                .isEqualTo("ALTER TABLE `library_book` DROP CONSTRAINT IF EXISTS `titled`;");
    }

    @Test
    void columnsThatAreAddedFillRowsThatAreThere() {
        assertThat(then("mysql", addField("book", "notes", textField().defaultValue("-"))))
                .containsExactly(
                        "ALTER TABLE `library_book` ADD COLUMN `notes` longtext DEFAULT ('-') NOT NULL;",
                        "ALTER TABLE `library_book` ALTER COLUMN `notes` DROP DEFAULT;");
    }
}
