package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.PostgresOperations.*;
import static quintet.orm.SchemaExpr.*;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import library.LibraryApp;
import library.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import quintet.core.CommandCall;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.fields.Range;
import quintet.orm.Database;
import quintet.orm.IndexMethod;
import quintet.orm.Migration;
import quintet.orm.Operation;
import quintet.orm.Operations;

/** Migrations with what only PostgreSQL has. */
@EnabledIfEnvironmentVariable(named = "QUINTET_TEST_POSTGRES", matches = ".+", disabledReason = "no PostgreSQL server")
class PostgresMigrationsTest {
    private History history;

    @BeforeEach
    void open() throws SQLException {
        ConnectionUrl url = Postgres.newDatabase();
        history = new History(DriverManager.getConnection(Postgres.jdbc(url)));
        history.run(
                hstoreExtension(),
                btreeGistExtension(),
                createModel("Part")
                        .field("id", autoId())
                        .field("name", charField(50))
                        .field("tags", arrayField(charField(20), 4).defaultCall("list"))
                        .field("grid", arrayField(arrayField(integerField())).nullable())
                        .field("labels", hstoreField().defaultCall("dict"))
                        .field("fits", integerRangeField().nullable())
                        .field("price", decimalRangeField().nullable())
                        .field("stock", integerField().defaultValue(0)));
    }

    @AfterEach
    void close() throws SQLException {
        history.close();
    }

    private List<String> columns() throws SQLException {
        return history.rows(
                "SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod) FROM pg_attribute a"
                        + " WHERE a.attrelid = 'library_part'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY attnum");
    }

    private List<String> indexes() throws SQLException {
        return history.rows("SELECT indexname FROM pg_indexes WHERE tablename = 'library_part' ORDER BY 1");
    }

    @Test
    void columnsHavePostgresTypes() throws SQLException {
        assertThat(columns())
                .containsExactly(
                        "id bigint",
                        "name character varying(50)",
                        "tags character varying(20)[]",
                        "grid integer[]",
                        "labels hstore",
                        "fits int4range",
                        "price numrange",
                        "stock integer");
    }

    @Test
    void columnsAreAddedWithDefaultsAndChanged() throws SQLException {
        history.execute("INSERT INTO library_part (name, tags, labels, stock) VALUES ('a', '{x,y}', '', 1)");
        history.run(
                addField("part", "sizes", arrayField(integerField()).defaultValue(List.of(1, 2))),
                addField("part", "notes", hstoreField().defaultValue(Map.of("a", "it's"))),
                addField("part", "span", bigIntegerRangeField().defaultValue(Range.of(1L, 5L))),
                addField("part", "money", arrayField(decimalField(6, 2)).dbDefault(List.of(new BigDecimal("1.50")))));
        assertThat(history.rows("SELECT sizes, notes, span, money FROM library_part"))
                .containsExactly("{1,2}|\"a\"=>\"it's\"|[1,5)|{1.50}");
        history.run(
                alterField("part", "tags", arrayField(textField()).defaultCall("list")),
                alterField("part", "sizes", arrayField(bigIntegerField())));
        assertThat(columns()).contains("tags text[]", "sizes bigint[]");
    }

    @Test
    void dataMigrationsReadAndWriteThem() {
        AtomicReference<Object> seen = new AtomicReference<>();
        history.run(Operations.runJava(apps -> {
            var parts = apps.model("library", "Part");
            parts.create(Map.of(
                    "name", "bolt",
                    "tags", List.of("steel", "m6"),
                    "labels", Map.of("maker", "Acme"),
                    "fits", Range.of(1, 9)));
            var row = parts.first().orElseThrow();
            seen.set(List.of(row.get("tags", List.class), row.get("labels", Map.class), row.get("fits", Range.class)));
        }));
        assertThat(seen.get()).isEqualTo(List.of(List.of("steel", "m6"), Map.of("maker", "Acme"), Range.of(1, 9)));
    }

    @Test
    void stepsGoThereAndBack() throws SQLException {
        // region: steps
        Operation[] steps = {
            trigramExtension(),
            createCollation("german", "de-u-co-phonebk", "icu", true),
            addIndex(
                    "part",
                    index("tags").name("tags_gin").using(IndexMethod.gin().fastUpdate(true))),
            addConstraint(
                    "part",
                    exclude("apart")
                            .element("fits", "&&")
                            .element(func("Lower", "name"), "=")
                            .condition(q("stock__gt", 0))),
            addConstraintNotValid("part", check("stock_positive", q("stock__gte", 0))),
            validateConstraint("part", "stock_positive"),
        };
        // endregion
        history.thereAndBack(steps);
        assertThat(history.rows("SELECT extname FROM pg_extension WHERE extname = 'pg_trgm'"))
                .isEmpty();
        history.run(steps);
        assertThat(indexes()).contains("tags_gin", "apart");
        assertThat(history.rows("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'apart'"))
                .containsExactly("EXCLUDE USING gist (fits WITH &&, lower((name)::text) WITH =) WHERE ((stock > 0))");
        history.run(removeConstraint("part", "apart"), removeCollation("german", "de-u-co-phonebk", "icu", true));
        assertThat(indexes()).doesNotContain("apart");
    }

    @Test
    void rowsThatExistNeedNotMeetACheckThatIsNotValid() throws SQLException {
        history.execute("INSERT INTO library_part (name, tags, labels, stock) VALUES ('a', '{}', '', -1)");
        history.run(addConstraintNotValid("part", check("stock_positive", q("stock__gte", 0))));
        assertThatThrownBy(() -> history.run(validateConstraint("part", "stock_positive")))
                .hasMessageContaining("stock_positive");
    }

    // region: concurrently
    static final class M0007_stock_index extends Migration {
        @Override
        public List<Dependency> dependencies() {
            return List.of(on("library", "0006_part_stock"));
        }

        @Override
        public boolean atomic() {
            return false;
        }

        @Override
        public List<Operation> operations() {
            return List.of(addIndexConcurrently("part", index("stock").name("stock_idx")));
        }
    }
    // endregion

    @Test
    void indexesAreMadeConcurrentlyOutsideOfTransactionsOnly() throws SQLException {
        Operation add = new M0007_stock_index().operations().getFirst();
        assertThatThrownBy(() -> history.run(add))
                .hasMessageContaining("cannot be executed inside a transaction")
                .hasMessageContaining("atomic() { return false; }");
        history.runNotAtomic(add);
        assertThat(indexes()).contains("stock_idx");
        history.runNotAtomic(removeIndexConcurrently("part", "stock_idx"));
        assertThat(indexes()).doesNotContain("stock_idx");
    }

    @Test
    void stepsSayWhatTheyDo() {
        assertThat(hstoreExtension().describe()).isEqualTo("Creates extension hstore");
        assertThat(hstoreExtension().nameFragment()).isEqualTo("create_extension_hstore");
        assertThat(addIndexConcurrently("Part", index("stock").name("i")).describe())
                .isEqualTo("Concurrently create index i on field(s) stock of model Part");
        assertThat(removeIndexConcurrently("Part", "i").describe()).isEqualTo("Concurrently remove index i from Part");
        assertThat(addConstraintNotValid("Part", check("c", q("stock", 1))).describe())
                .isEqualTo("Create not valid constraint c on model Part");
        assertThat(addConstraintNotValid("Part", check("c", q("stock", 1))).nameFragment())
                .isEqualTo("part_c_not_valid");
        assertThat(validateConstraint("Part", "c").nameFragment()).isEqualTo("part_validate_c");
        assertThat(createCollation("German", "de").describe()).isEqualTo("Create collation German");
    }

    @Test
    void otherDatabasesPassExtensionsOverAndRefuseTheRest() throws SQLException {
        try (History lite = new History()) {
            lite.run(hstoreExtension(), createCollation("german", "de"));
            lite.run(createModel("Part").field("id", autoId()).field("stock", integerField()));
            assertThatThrownBy(() -> lite.run(
                            addField("part", "tags", arrayField(charField(5)).nullable())))
                    .hasMessageContaining("only PostgreSQL has");
            assertThatThrownBy(() ->
                            lite.run(addIndex("part", index("stock").name("x").using(IndexMethod.brin()))))
                    .hasMessageContaining(
                            "The index x is of the kind brin (model library.part), which only PostgreSQL has");
            assertThatThrownBy(() -> lite.run(addConstraint("part", exclude("e").element("stock", "="))))
                    .hasMessageContaining("The constraint e excludes rows");
            assertThatThrownBy(() -> lite.run(addConstraintNotValid("part", check("c", q("stock", 1)))))
                    .hasMessageContaining("is for PostgreSQL");
        }
    }

    @Test
    void decimalsMayHaveNoDigits() throws SQLException {
        history.run(addField("part", "exact", decimalField().nullable()));
        assertThat(columns()).contains("exact numeric");
        history.execute("INSERT INTO library_part (name, tags, labels, stock, exact) VALUES ('a', '{}', '', 1,"
                + " 123456789012345678901234567890.123456789012345678901234567890)");
        assertThat(history.rows("SELECT exact FROM library_part"))
                .containsExactly("123456789012345678901234567890.123456789012345678901234567890");
    }

    @Test
    void inspectdbKnowsTheirColumns() throws SQLException {
        history.run(
                addField("part", "words", searchVectorField().nullable()),
                addField("part", "sold", dateRangeField().nullable()),
                addField("part", "open", dateTimeRangeField().nullable()),
                addField("part", "serials", bigIntegerRangeField().nullable()),
                addField("part", "ids", arrayField(uuidField()).nullable()),
                addField("part", "exact", decimalField().nullable()));
        ConnectionUrl url =
                ConnectionUrl.parse(history.connection.getMetaData().getURL().substring("jdbc:".length()));
        try (Site site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                        .with(Database.of(new ConnectionUrl(
                                url.scheme(), "quintet", "", url.host(), url.port(), url.path(), Map.of())))
                        .apps(LibraryApp.class),
                Env.of(Map.of()))) {
            String models = site.call(
                    () -> CommandCall.of("inspectdb", "library_part").run().out());
            assertThat(models)
                    .contains("    @ArrayField\n    public List<@CharField(maxLength = 20) String> tags = List.of();")
                    .contains("    @ArrayField\n    public @Nullable List<Integer> grid;")
                    .contains("    @ArrayField\n    public @Nullable List<UUID> ids;")
                    .contains("    @HStoreField\n    public Map<String, @Nullable String> labels = Map.of();")
                    .contains("    @IntegerRangeField\n    public @Nullable Range<Integer> fits;")
                    .contains("    @DecimalRangeField\n    public @Nullable Range<BigDecimal> price;")
                    .contains("    @DateRangeField\n    public @Nullable Range<LocalDate> sold;")
                    .contains("    @DateTimeRangeField\n    public @Nullable Range<Instant> open;")
                    .contains("    @BigIntegerRangeField\n    public @Nullable Range<Long> serials;")
                    .contains("    @SearchVectorField\n    public @Nullable String words;")
                    .contains("    @DecimalField\n    public @Nullable BigDecimal exact;");
        }
    }

    @Test
    void conditionsSpeakOfPartsOfColumns() throws SQLException {
        history.run(
                addConstraint("part", check("c1", q("tags__len__lte", 3))),
                addConstraint("part", check("c2", q("tags__0", "x").or(q("tags__contains", List.of("y"))))),
                addConstraint("part", check("c3", q("fits__startswith__gte", 0).and(q("fits__isempty", false)))),
                addConstraint("part", check("c4", q("fits__contained_by", Range.of(0, 100)))),
                addConstraint("part", check("c5", q("labels__maker", "Acme").not())));
        assertThat(history.rows(
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname LIKE 'c_' ORDER BY conname"))
                .hasSize(5)
                .anyMatch(sql -> sql.contains("(fits <@ '[0,100)'::int4range)"))
                .anyMatch(sql -> sql.contains("lower(fits) >= 0") && sql.contains("NOT isempty(fits)"));
    }

    @Test
    void anExtensionThatIsMissingIsNamed() {
        assertThatThrownBy(() -> history.run(addIndex(
                        "part",
                        index("name").name("n").opclasses("gin_trgm_ops").using(IndexMethod.gin()))))
                .hasMessageContaining("trigramExtension()");
        assertThatThrownBy(() ->
                        history.run(addIndex("part", index("stock").name("n").using(IndexMethod.bloom()))))
                .hasMessageContaining("bloomExtension()");
        assertThatThrownBy(() ->
                        history.run(addIndex("part", index("stock").name("n").using(IndexMethod.gin()))))
                .hasMessageContaining("btreeGinExtension()");
    }
}
