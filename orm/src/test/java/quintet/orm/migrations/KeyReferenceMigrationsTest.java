package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.DB_CASCADE;
import static quintet.fields.OnDelete.SET_NULL;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.SchemaExpr.*;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quintet.orm.MigrationRow;
import quintet.orm.Operation;

/** Tables of references to keys with several fields, on SQLite. */
class KeyReferenceMigrationsTest {
    private History history;

    @BeforeEach
    void open() throws SQLException {
        history = history();
        history.run(
                createModel("Invoice").field("id", autoId()).field("name", charField(20)),
                createModel("Line")
                        .field("pk", compositePrimaryKey("invoice_id", "number"))
                        .field("invoice", foreignKey("library.Invoice").onDelete(CASCADE))
                        .field("number", integerField())
                        .field("text", charField(20)),
                createModel("Parcel")
                        .field("id", autoId())
                        .field("code", charField(20))
                        .field("line", foreignKey("library.Line").onDelete(CASCADE))
                        .field(
                                "other",
                                foreignKey("library.Line")
                                        .onDelete(SET_NULL)
                                        .nullable()
                                        .relatedName("+")
                                        .dbColumns("o_invoice", "o_number")),
                createModel("Receipt")
                        .field("id", autoId())
                        .field("line", oneToOneField("library.Line").onDelete(CASCADE)),
                createModel("Crate").field("id", autoId()).field("lines", manyToManyField("library.Line")));
        history.execute("INSERT INTO library_invoice (name) VALUES ('Ann'), ('Bo')");
        history.execute(
                "INSERT INTO library_line (invoice_id, number, text) VALUES (1, 1, 'a'), (1, 2, 'b'), (2, 1, 'c')");
        history.execute("INSERT INTO library_parcel (code, line_invoice_id, line_number, o_invoice, o_number)"
                + " VALUES ('x', 1, 2, NULL, NULL), ('y', 2, 1, 1, 1)");
    }

    /** Another database in subclasses. */
    History history() throws SQLException {
        return new History();
    }

    /** What the database says about all tables, without the order of columns. */
    List<String> tables(History of) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String sql : of.ddl()) {
            all.add(sql.substring(0, sql.indexOf('(')) + parts(sql.substring(sql.indexOf('(') + 1)));
        }
        return all;
    }

    /** What stands between the commas outside of brackets, sorted. */
    private static List<String> parts(String sql) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                parts.add(sql.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.sort(null);
        return parts;
    }

    @AfterEach
    void close() throws SQLException {
        history.close();
    }

    private List<String> parcels() throws SQLException {
        return history.rows(
                "SELECT code, line_invoice_id, line_number, o_invoice, o_number FROM library_parcel ORDER BY code");
    }

    @Test
    void theDatabaseKeepsReferencesAndUniqueness() throws SQLException {
        assertThat(parcels()).containsExactly("x|1|2|null|null", "y|2|1|1|1");
        assertThatThrownBy(() -> {
                    history.execute(
                            "INSERT INTO library_parcel (code, line_invoice_id, line_number) VALUES ('z', 2, 2)");
                })
                .isInstanceOf(SQLException.class);
        history.execute("INSERT INTO library_receipt (line_invoice_id, line_number) VALUES (1, 1), (1, 2)");
        assertThatThrownBy(() -> {
                    history.execute("INSERT INTO library_receipt (line_invoice_id, line_number) VALUES (1, 1)");
                })
                .isInstanceOf(SQLException.class);
        history.execute("INSERT INTO library_crate (id) VALUES (1)");
        history.execute("INSERT INTO library_crate_lines (crate_id, line_invoice_id, line_number) VALUES (1, 1, 1)");
        assertThatThrownBy(() -> {
                    history.execute("INSERT INTO library_crate_lines (crate_id, line_invoice_id, line_number)"
                            + " VALUES (1, 1, 1)");
                })
                .isInstanceOf(SQLException.class);
    }

    @Test
    void everyOperationCanBeUndone() throws SQLException {
        Operation removed = removeField("parcel", "other");
        List<Operation> operations = List.of(
                addField(
                        "parcel",
                        "third",
                        foreignKey("library.Line").onDelete(CASCADE).nullable().relatedName("+")),
                addField(
                        "parcel",
                        "loose",
                        foreignKey("library.Line")
                                .onDelete(CASCADE)
                                .nullable()
                                .relatedName("+")
                                .withoutDbConstraint()),
                removed,
                removeField("receipt", "line"),
                renameField("parcel", "line", "row"),
                renameField("receipt", "line", "row"),
                renameField("parcel", "other", "spare"),
                renameField("line", "number", "position"),
                renameField("line", "invoice", "bill"),
                alterField("line", "number", bigIntegerField()),
                alterField("parcel", "line", foreignKey("library.Line").onDelete(DB_CASCADE)),
                alterField(
                        "parcel",
                        "line",
                        foreignKey("library.Line").onDelete(CASCADE).nullable()),
                alterField("receipt", "line", foreignKey("library.Line").onDelete(CASCADE)),
                alterField(
                        "parcel",
                        "other",
                        oneToOneField("library.Line").onDelete(SET_NULL).nullable()),
                renameModel("Line", "Row"),
                renameModel("Parcel", "Pack"),
                alterModelTable("line", "rows_of_invoices"),
                deleteModel("Receipt"),
                deleteModel("Crate"),
                alterUniqueTogether("parcel", List.of("line", "code")),
                addIndex("parcel", index("line", "-code").name("by_line")),
                addConstraint("parcel", unique("one_code", "line", "code")),
                addConstraint(
                        "parcel", check("elsewhere", q("other__isnull", true).or(q("line_number__gt", 0)))));
        history.execute("DELETE FROM library_receipt");
        List<String> before = tables(history);
        for (Operation operation : operations) {
            history.thereAndBack(operation);
            assertThat(tables(history)).as(operation.describe()).isEqualTo(before);
            if (operation.equals(removed)) {
                history.execute("UPDATE library_parcel SET o_invoice = 1, o_number = 1 WHERE code = 'y'");
            }
            assertThat(parcels()).as(operation.describe()).containsExactly("x|1|2|null|null", "y|2|1|1|1");
        }
    }

    @Test
    void columnsFollowTheKeyTheyPointTo() throws SQLException {
        history.run(renameField("line", "number", "position"));
        assertThat(history.rows("SELECT line_invoice_id, line_position FROM library_parcel ORDER BY code"))
                .containsExactly("1|2", "2|1");
        assertThat(history.rows("SELECT line_position FROM library_crate_lines"))
                .isEmpty();
        history.run(alterField("line", "position", bigIntegerField()));
        history.execute("INSERT INTO library_line (invoice_id, position, text) VALUES (1, 5000000000, 'far')");
        history.execute(
                "INSERT INTO library_parcel (code, line_invoice_id, line_position) VALUES ('far', 1, 5000000000)");
        history.run(renameField("parcel", "line", "row"), renameModel("Line", "Item"));
        assertThat(history.rows("SELECT row_position FROM library_parcel WHERE code = 'far'"))
                .containsExactly("5000000000");
        assertThatThrownBy(() -> {
                    history.execute(
                            "INSERT INTO library_parcel (code, row_invoice_id, row_position) VALUES ('z', 2, 2)");
                })
                .isInstanceOf(SQLException.class);
        history.execute("DELETE FROM library_parcel");
        history.run(addField(
                "parcel",
                "more",
                foreignKey("library.Item").onDelete(DB_CASCADE).relatedName("+").defaultValue(List.of(2, 1))));
        history.execute(
                "INSERT INTO library_parcel (code, row_invoice_id, row_position, more_invoice_id, more_position)"
                        + " VALUES ('d', 1, 2, 1, 5000000000)");
        history.execute("DELETE FROM library_item WHERE position = 5000000000");
        assertThat(history.rows("SELECT code FROM library_parcel")).isEmpty();
    }

    @Test
    void rowsThatExistPointToTheDefault() throws SQLException {
        history.run(addField(
                "parcel",
                "more",
                foreignKey("library.Line").onDelete(CASCADE).relatedName("+").defaultValue(List.of(2, 1))));
        assertThat(history.rows("SELECT more_invoice_id, more_number FROM library_parcel"))
                .containsExactly("2|1", "2|1");
    }

    @Test
    void codeStepsReadAndWriteThem() {
        history.run(runJava(apps -> {
            MigrationRow x = apps.model("library", "Parcel").filter("code", "x").get();
            assertThat((Object) x.get("line", List.class)).isEqualTo(List.of(1L, 2L));
            assertThat(x.get("line_number", Integer.class)).isEqualTo(2);
            assertThat((Object) x.getOrNull("other", List.class)).isNull();
            MigrationRow line =
                    apps.model("library", "Line").filter("text", "a").get();
            assertThat(line.id()).isEqualTo(List.of(1L, 1L));
            x.set("line", line).set("other", List.of(2, 1)).save();
            line.set("text", "changed").save();
            assertThat(apps.model("library", "Parcel").filter("line", line).count())
                    .isEqualTo(1);
            assertThat(apps.model("library", "Parcel")
                            .filter("line__text", "changed")
                            .get()
                            .get("code", String.class))
                    .isEqualTo("x");
            assertThat(apps.model("library", "Parcel")
                            .filter("other__isnull", false)
                            .count())
                    .isEqualTo(2);
            assertThat(apps.model("library", "Parcel")
                            .filter("line__in", List.of(List.of(1, 1), List.of(2, 1)))
                            .count())
                    .isEqualTo(2);
            assertThat(apps.model("library", "Parcel").filter("line__number", 1).count())
                    .isEqualTo(2);
            assertThat(apps.model("library", "Line")
                            .filter("pk", List.of(2, 1))
                            .get()
                            .get("text", String.class))
                    .isEqualTo("c");
            assertThat(apps.model("library", "Line").first().orElseThrow().get("text", String.class))
                    .isEqualTo("changed");
            MigrationRow made = apps.model("library", "Parcel").create(Map.of("code", "new", "line", List.of(1, 2)));
            assertThat((Object) made.get("line", List.class)).isEqualTo(List.of(1L, 2L));
            apps.model("library", "Parcel").filter("code", "new").update(Map.of("other", line));
            apps.model("library", "Line")
                    .filter("text", "c")
                    .exclude("pk", List.of(1, 1))
                    .get()
                    .id();
        }));
    }
}
