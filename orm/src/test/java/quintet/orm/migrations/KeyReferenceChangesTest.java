package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.fields.OnDelete.CASCADE;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;

import freight.FreightSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quintet.core.Site;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;

/** What makemigrations finds of references to keys with several fields. */
class KeyReferenceChangesTest {
    private static final Operation INVOICE = createModel("Invoice").field("id", autoId());
    private static final Operation LINE = createModel("Line")
            .field("pk", compositePrimaryKey("invoice_id", "number"))
            .field("invoice", foreignKey("library.Invoice").onDelete(CASCADE))
            .field("number", integerField());

    /** Says that what may be renamed was. */
    private static final class Yes implements MigrationQuestions {
        private final MigrationQuestions others = MigrationQuestions.refusing();

        @Override
        public boolean renamedField(String model, String oldName, String newName, FieldState field) {
            return true;
        }

        @Override
        public boolean renamedModel(String app, String oldName, String newName) {
            return true;
        }

        @Override
        public Answer defaultForNew(String model, String field, FieldState state) {
            return others.defaultForNew(model, field, state);
        }

        @Override
        public Optional<Answer> defaultForNotNull(String model, String field, FieldState state) {
            return others.defaultForNotNull(model, field, state);
        }

        @Override
        public Answer defaultForAutoNowAdd(String model, String field, FieldState state) {
            return others.defaultForAutoNowAdd(model, field, state);
        }
    }

    private static ModelHistory history(Operation... more) {
        return ModelHistory.EMPTY
                .apply("library", INVOICE)
                .apply("library", LINE)
                .apply("library", more);
    }

    private static List<Operation> changes(ModelHistory from, ModelHistory to) {
        return from.changesTo(to, Map.of(), new Yes()).stream()
                .flatMap(planned -> planned.operations().stream())
                .toList();
    }

    @Test
    void theWholeAppIsWrittenReadablyAndLeadsToTheModels() {
        try (Site site = FreightSite.inMemory()) {
            site.run(() -> {
                Migrations migrations = Migrations.of(site);
                ModelHistory.Planned planned = migrations
                        .changes(Set.of("freight"), MigrationQuestions.refusing())
                        .getFirst();
                String source = migrations.source(planned, false);
                assertThat(source)
                        .contains(".field(\"line\", foreignKey(\"freight.line\").onDelete(CASCADE))")
                        .contains(".dbColumns(\"other_order\", \"other_no\")")
                        .contains("compositePrimaryKey(\"line\", \"name\")")
                        .doesNotContain("line_order_id");
                ModelHistory made = ModelHistory.EMPTY.apply("freight", planned.operations());
                for (String vendor : List.of("sqlite", "postgresql", "mysql")) {
                    String sql = String.join("\n", ModelHistory.EMPTY.sql(vendor, "freight", planned.operations()));
                    assertThat(sql.replace('`', '"'))
                            .as(vendor)
                            .contains("FOREIGN KEY (\"line_order_id\", \"line_number\") REFERENCES \"freight_line\"")
                            .contains("PRIMARY KEY (\"line_order_id\", \"line_number\", \"name\")");
                }
                assertThat(made.models()).contains("freight.shipment");
            });
        }
    }

    @Test
    void namesOfColumnsAreKeptWhenAFieldIsRenamed() {
        ModelHistory before = history(createModel("Parcel")
                .field("id", autoId())
                .field("line", foreignKey("library.Line").onDelete(CASCADE)));
        ModelHistory renamed = history(createModel("Parcel")
                .field("id", autoId())
                .field("row", foreignKey("library.Line").onDelete(CASCADE)));
        assertThat(changes(before, renamed)).containsExactly(renameField("parcel", "line", "row"));
        ModelHistory kept = history(createModel("Parcel")
                .field("id", autoId())
                .field(
                        "row",
                        foreignKey("library.Line").onDelete(CASCADE).dbColumns("line_invoice_id", "line_number")));
        assertThat(changes(before, kept)).hasSize(2).last().isEqualTo(renameField("parcel", "line", "row"));
        assertThat(before.sql("postgresql", "library", changes(before, kept))).allMatch(line -> line.startsWith("--"));
    }

    @Test
    void aRenamedFieldOfAKeyIsOneChange() {
        ModelHistory before = history();
        ModelHistory after = ModelHistory.EMPTY
                .apply("library", INVOICE)
                .apply(
                        "library",
                        createModel("Line")
                                .field("pk", compositePrimaryKey("invoice_id", "position"))
                                .field("invoice", foreignKey("library.Invoice").onDelete(CASCADE))
                                .field("position", integerField()));
        assertThat(changes(before, after)).containsExactly(renameField("line", "number", "position"));
    }
}
