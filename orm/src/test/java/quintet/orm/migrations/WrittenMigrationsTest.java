package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.fields.OnDelete.PROTECT;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;
import static quintet.orm.PostgresOperations.*;
import static quintet.orm.SchemaExpr.*;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.fields.Range;
import quintet.orm.ConstraintState;
import quintet.orm.IndexMethod;
import quintet.orm.Migration;
import quintet.orm.Migration.Dependency;
import quintet.orm.MigrationQuestions;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.Change;
import quintet.orm.internal.migrations.MigrationWriter;

class WrittenMigrationsTest {
    private static final List<Operation> OPERATIONS = List.of(
            createModel("Book")
                    .field("id", autoId())
                    .field("title", charField(200).unique().helpText("as on the \"cover\"\n"))
                    .field(
                            "author",
                            foreignKey("library.Author").onDelete(PROTECT).relatedName("books"))
                    .field(
                            "genre",
                            charField(1).choices("n", "Novel", "p", "Poetry").defaultValue("n"))
                    .field(
                            "editor",
                            foreignKey("library.Author")
                                    .onDelete(PROTECT)
                                    .limitChoicesTo("name__startswith", "A", "age__gt", 3))
                    .field(
                            "owner",
                            foreignKey("library.Author").onDelete(PROTECT).limitChoicesToCall("library.Owners"))
                    .field(
                            "code",
                            charField(4)
                                    .validators("library.EvenLength", "library.Upper")
                                    .errorMessage("blank", "Say it.")
                                    .errorMessage("even", "Too odd."))
                    .field("room", charField(5).choicesCall("library.Rooms"))
                    .field(
                            "kind",
                            charField(1)
                                    .with(
                                            "choices",
                                            List.of(
                                                    List.of("Print", List.of(List.of("h", "Hardback"))),
                                                    List.of("e", "E"))))
                    .field("price", decimalField(6, 2).defaultValue(new BigDecimal("1.50")))
                    .field("since", dateField().defaultValue(LocalDate.of(2020, 1, 2)))
                    .field("big", bigIntegerField().defaultValue(5_000_000_000L))
                    .field("uid", uuidField().defaultCall("uuid4").notEditable())
                    .field("slug", slugField().dbIndex(false).nullable().blank())
                    .field("mail", emailField())
                    .field("lower", generatedField(func("Lower", "title"), charField(200), true))
                    .field("made", dateTimeField().dbDefault(func("Now")))
                    .ordering("-price", "title")
                    .uniqueTogether("title", "author")
                    .table("books")
                    .verboseName("book")
                    .index(index("title", "-price")
                            .name("i1")
                            .condition(q("price__gt", 1).and(q("title", "x").not())))
                    .index(index().expression(func("Lower", "title").desc()).name("i2"))
                    .constraint(check("c1", q("price__gte", 0).or(q("title__in", List.of("a", "b")))))
                    .constraint(unique("u1", "title").deferrable(ConstraintState.Deferrable.DEFERRED))
                    .option("permissions", List.of(List.of("can_read", "Can read"))),
            addField("book", "stock", integerField().defaultValue(0)).withoutDefaultAfterwards(),
            alterField("book", "title", textField()),
            addField("book", "tags", manyToManyField("library.tag").through("library.Tagging")),
            renameField("book", "title", "name"),
            renameModel("Book", "Volume"),
            alterModelOptions("volume", Map.of("ordering", List.of("name"))),
            alterUniqueTogether("volume", List.of("name", "author"), List.of("name", "price")),
            alterUniqueTogether("volume"),
            alterModelTable("volume", null),
            addIndex("volume", index("name").name("i3")),
            renameIndex("volume", "i3", "i4"),
            removeIndex("volume", "i4"),
            addConstraint("volume", check("c2", q("price__lt", f("stock")))),
            removeConstraint("volume", "c2"),
            hstoreExtension(),
            createExtension("ltree").hint("kind", "search"),
            createCollation("german", "de-u-co-phonebk", "icu", false),
            addField("volume", "tags", arrayField(charField(20), 4).defaultCall("list")),
            addField("volume", "grid", arrayField(arrayField(integerField())).nullable()),
            addField("volume", "span", dateRangeField().defaultValue(Range.of(LocalDate.of(2020, 1, 2), null))),
            addField("volume", "words", searchVectorField().nullable()),
            addIndex(
                    "volume",
                    index("tags")
                            .name("i5")
                            .using(IndexMethod.gin().fastUpdate(false).pendingListLimit(64))),
            addIndex(
                    "volume",
                    index("name")
                            .name("i6")
                            .using(IndexMethod.bloom().columns(2, 4).length(80))),
            addIndexConcurrently("volume", index("name").name("i7").using(IndexMethod.hash())),
            removeIndexConcurrently("volume", "i7"),
            addConstraint(
                    "volume",
                    exclude("apart")
                            .element("span", "&&")
                            .element(func("Lower", "name"), "=")
                            .using("spgist")
                            .condition(q("stock__gt", 0))
                            .deferrable(ConstraintState.Deferrable.IMMEDIATE)),
            addConstraintNotValid("volume", check("c3", q("stock__gt", 0))),
            validateConstraint("volume", "c3"),
            removeCollation("german", "de-u-co-phonebk", "icu", false),
            runSql("UPDATE books SET stock = 1").reverse("SELECT 1"),
            removeField("volume", "stock"),
            deleteModel("Volume"));

    @Test
    void whatIsWrittenReadsAsWhatWasMeant(@TempDir Path folder) throws Exception {
        Change change = new Change(
                "library", "0001_initial", true, List.of(new Dependency("auth", "0001_initial")), OPERATIONS);
        Migration read = compiled(folder, new MigrationWriter().write(change, "library.migrations", "Made by hand."));
        for (int i = 0; i < OPERATIONS.size(); i++) {
            if (OPERATIONS.get(i) instanceof Operation.CreateModel c
                    && read.operations().get(i) instanceof Operation.CreateModel d) {
                assertThat(d.fields()).isEqualTo(c.fields());
                c.options()
                        .forEach((k, v) -> assertThat(d.options().get(k)).as(k).isEqualTo(v));
            }
            assertThat(read.operations().get(i)).isEqualTo(OPERATIONS.get(i));
        }
        assertThat(read.dependencies()).containsExactly(new Dependency("auth", "0001_initial"));
        assertThat(read.initial()).isTrue();
        assertThat(read.name()).isEqualTo("0001_initial");
        assertThat(read.app()).isEqualTo("library");
    }

    @Test
    void whatOnlyValidationUsesMakesNoSql() {
        Operation before = createModel("Book")
                .field("id", autoId())
                .field("code", charField(4))
                .field("author", foreignKey("library.Book").onDelete(PROTECT));
        Operation after = createModel("Book")
                .field("id", autoId())
                .field("code", charField(4).validators("library.Upper").choicesCall("library.Codes"))
                .field("author", foreignKey("library.Book").onDelete(PROTECT).limitChoicesTo("code", "a"));
        ModelHistory history = ModelHistory.EMPTY.apply("library", before);
        ModelHistory wanted = ModelHistory.EMPTY.apply("library", after);
        List<ModelHistory.Planned> planned = history.changesTo(wanted, Map.of(), MigrationQuestions.refusing());
        assertThat(planned.getFirst().operations()).hasSize(2).allMatch(o -> o instanceof Operation.AlterField);
        for (String vendor : List.of("sqlite", "postgresql", "mysql")) {
            assertThat(history.sql(vendor, "library", planned.getFirst().operations()))
                    .as(vendor)
                    .allMatch(line -> line.startsWith("--"));
        }
    }

    @Test
    void theSourceReadsLikeWrittenByAPerson() {
        Change change = new Change(
                "library",
                "0002_book_price",
                false,
                List.of(new Dependency("library", "0001_initial")),
                List.of(addField("book", "price", decimalField(6, 2).defaultValue(0))));
        assertThat(new MigrationWriter().write(change, "library.migrations", ""))
                .isEqualTo("""
                package library.migrations;

                import static quintet.orm.MigrationFields.decimalField;
                import static quintet.orm.Operations.addField;

                import java.util.List;
                import quintet.orm.Migration;
                import quintet.orm.Operation;

                public final class M0002_book_price extends Migration {
                    @Override
                    public List<Dependency> dependencies() {
                        return List.of(on("library", "0001_initial"));
                    }

                    @Override
                    public List<Operation> operations() {
                        return List.of(
                                addField("book", "price", decimalField(6, 2).defaultValue(0)));
                    }
                }
                """);
    }

    private static Migration compiled(Path folder, String source) throws Exception {
        Path file = folder.resolve("library/migrations/M0001_initial.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        compile(folder, file);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, WrittenMigrationsTest.class.getClassLoader())) {
            return (Migration) loader.loadClass("library.migrations.M0001_initial")
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }

    private static void compile(Path folder, Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean ok = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-d",
                                    folder.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(ok).as(messages + Files.readString(file)).isTrue();
        }
    }
}
