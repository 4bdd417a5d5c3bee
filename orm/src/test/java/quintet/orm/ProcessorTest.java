package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.processor.QuintetProcessor;

/** What the processor accepts and what it says about the rest, through real compilations. */
class ProcessorTest {
    private static final String HEAD = """
            package shop;
            import quintet.orm.*;
            import quintet.fields.*;
            import org.jspecify.annotations.Nullable;
            import static quintet.fields.OnDelete.*;
            """;

    @TempDir
    Path folder;

    private List<String> compile(String... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            files.add(new Source(HEAD + source));
        }
        try (var manager = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Xlint:all,-processing,-path",
                    "-Werror");
            JavaCompiler.CompilationTask task = compiler.getTask(null, manager, found, options, null, files);
            task.setProcessors(List.of(new QuintetProcessor()));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR || d.getKind() == Diagnostic.Kind.WARNING)
                .map(d -> d.getMessage(Locale.ROOT))
                .toList();
    }

    /** A source text, named after its first class. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String text) {
            super(URI.create("memory:///shop/" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            var matcher = java.util.regex.Pattern.compile("public (?:abstract )?(?:class|final class) (\\w+)")
                    .matcher(text);
            return matcher.find() ? matcher.group(1) : "Unnamed";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final String MAKER = """
            public class Maker extends Model {
                public static final Manager<Maker> objects = new Manager<>(Maker.class);
                @CharField(maxLength = 50) public String name = "";
            }
            """;

    private static String model(String body) {
        return "public class Thing extends Model { public static final Manager<Thing> objects = new Manager<>(Thing.class);\n"
                + body + "\n}";
    }

    @Test
    void writesCompanionsOfTopLevelNestedAbstractAndCircularModels() throws IOException {
        assertThat(compile("""
                        public class Shop extends Model {
                            public static final Manager<Shop> objects = new Manager<>(Shop.class);
                            public String name = "";
                            @Reverse("shop") public Many<Item> items;
                            public static class Item extends Named {
                                public static final Manager<Item> objects = new Manager<>(Item.class);
                                @ForeignKey(onDelete = CASCADE) public Ref<Shop> shop;
                                @ForeignKey(onDelete = SET_NULL) public @Nullable Ref<Item> wait;
                                public Many<Shop> others;
                            }
                        }
                        """, """
                        public abstract class Named extends Model {
                            @CharField(maxLength = 20) public String label = "";
                        }
                        """, """
                        public final class Use {
                            static final Order<Shop.Item> ORDER = Shop_Item_.label.desc();
                            static Object use() {
                                Cond<Named> named = Named_.label.eq("x");
                                return Shop.Item.objects.filter(named)
                                    .filter(Shop_Item_.shop().items().wait_().label.icontains("y"))
                                    .filter(Shop_Item_.wait_().isNull());
                            }
                        }
                        """)).isEmpty();
        assertThat(folder.resolve("shop/Shop_Item_.class")).exists();
    }

    @Test
    void aWrongFieldOrLookupTypeDoesNotCompile() throws IOException {
        assertThat(compile(MAKER, "public class Use { Object o = Maker_.nam; }"))
                .anyMatch(e -> e.contains("nam"));
        assertThat(compile(MAKER, "public class Use { Object o = Maker_.name.gt(3); }"))
                .isNotEmpty();
        assertThat(compile(
                        MAKER,
                        model("public String title = \"\";"),
                        "public class Use { Object o = Thing.objects.filter(Maker_.name.eq(\"x\")); }"))
                .isNotEmpty();
    }

    @Test
    void listsAndRangesSayWhatTheyHold() throws IOException {
        assertThat(compile(
                        model(
                                "@ArrayField public java.util.List<@CharField(maxLength = 3) String> tags = java.util.List.of();"
                                        + " @ArrayField public java.util.List<java.util.List<Integer>> grid = java.util.List.of();"
                                        + " public @Nullable Range<java.time.LocalDate> span;"
                                        + " @HStoreField public java.util.Map<String, String> labels = java.util.Map.of();"),
                        """
                        public class Use {
                            Cond<Thing> a = Thing_.tags.contains("x");
                            Cond<Thing> b = Thing_.span.contains(java.time.LocalDate.EPOCH);
                            Cond<Thing> c = Thing_.grid.get(0).eq(java.util.List.of(1));
                            Cond<Thing> d = Thing_.labels.key("a").startsWith("b");
                        }
                        """))
                .isEmpty();
        assertThat(compile(
                        model("@ArrayField public java.util.List<Integer> sizes = java.util.List.of();"),
                        "public class Use { Object o = Thing_.sizes.contains(\"x\"); }"))
                .isNotEmpty();
        assertThat(compile(model("@ArrayField public java.util.List<Thread> tags = java.util.List.of();")))
                .anyMatch(e -> e.contains("Say what the list holds: List<String>"));
        assertThat(compile(model("@DateRangeField public @Nullable Range<Integer> span;")))
                .anyMatch(e -> e.contains("goes with Range<LocalDate>"));
        assertThat(compile(model("@HStoreField public java.util.List<String> labels = java.util.List.of();")))
                .anyMatch(e -> e.contains("goes with Map"));
    }

    @Test
    void asksForAManagerOfItsOwn() throws IOException {
        assertThat(compile("public class Thing extends Model { public int size; }"))
                .anyMatch(e -> e.contains("public static final Manager<Thing> objects = new Manager<>(Thing.class);"));
        assertThat(
                        compile(
                                MAKER,
                                "public class Thing extends Model { public static final Manager<Maker> objects = new Manager<>(Maker.class); }"))
                .anyMatch(e -> e.contains("objects manages shop.Maker but stands in Thing"));
    }

    @Test
    void refusesHiddenPrivateAndFinalFields() throws IOException {
        assertThat(compile(model("public Long id;")))
                .anyMatch(e -> e.contains("The field id hides the one inherited from Model"));
        assertThat(compile(model("private int size;"))).anyMatch(e -> e.contains("Make the field size public"));
        assertThat(compile(model("public final int size = 3;"))).anyMatch(e -> e.contains("cannot be final"));
        assertThat(compile(model("public transient Thread thread; public static Thread other;")))
                .isEmpty();
    }

    @Test
    void explainsWrongOptions() throws IOException {
        assertThat(compile(MAKER, model("public Ref<Maker> maker;")))
                .anyMatch(e -> e.contains("@ForeignKey(onDelete = CASCADE)"));
        assertThat(compile(MAKER, model("@ForeignKey(onDelete = SET_NULL) public Ref<Maker> maker;")))
                .anyMatch(e -> e.contains("@Nullable Ref<...> maker"));
        assertThat(compile(model("@CharField(maxLength = 3) public int size;")))
                .anyMatch(e -> e.contains("goes with String"));
        assertThat(compile(model("@DecimalField(maxDigits = 2, decimalPlaces = 3) public java.math.BigDecimal price;")))
                .anyMatch(e -> e.contains("maxDigits (2) must be at least decimalPlaces (3)"));
        assertThat(compile(model("public Thread thread;")))
                .anyMatch(e -> e.contains("cannot have the type java.lang.Thread"));
        assertThat(compile(MAKER, model("@Reverse(\"maker\") public Many<Maker> makers;")))
                .anyMatch(e -> e.contains("Maker has no field maker"));
        assertThat(compile(model("public int a__b;"))).anyMatch(e -> e.contains("cannot be used in lookups"));
        assertThat(compile(model("private Thing(int x) {}")))
                .anyMatch(e -> e.contains("constructor without parameters"));
    }

    @Test
    void aConcreteModelIsExtendedByAChildOrAProxy() throws IOException {
        assertThat(compile(MAKER, """
                        public class Big extends Maker {
                            public static final Manager<Big> objects = new Manager<>(Big.class);
                            public int size;
                        }
                        """, """
                        @ProxyModel
                        public class Fine extends Big {
                            public static final Manager<Fine> objects = new Manager<>(Fine.class);
                        }
                        """, """
                        public final class Use {
                            static Object o = Big.objects.filter(Big_.makerPtr().name.eq("x")).filter(Big_.name.eq("y"));
                            static Object p = Fine.objects.filter(Fine_.size.gt(3));
                            static Object q = Maker.objects.filter(Big_.Reverse.makerPtr().size.gt(3));
                        }
                        """)).isEmpty();
    }

    @Test
    void referencesToKeysOfSeveralFieldsNameAllTheirColumns() throws IOException {
        String pair = """
                public class Pair extends KeyedModel<java.util.List<Object>> {
                    public static final Manager<Pair> objects = new Manager<>(Pair.class);
                    @PrimaryKey public int a;
                    @PrimaryKey public int b;
                    @CharField(maxLength = 5, unique = true) public String code = "";
                }
                """;
        assertThat(compile(pair, model("@ForeignKey(onDelete = CASCADE) public Ref<Pair> pair;")))
                .isEmpty();
        assertThat(compile(
                        pair,
                        model("@OneToOneField(onDelete = CASCADE, columns = {\"x\", \"y\"}) public Ref<Pair> pair;")))
                .isEmpty();
        assertThat(compile(pair, model("@ForeignKey(onDelete = CASCADE, column = \"x\") public Ref<Pair> pair;")))
                .anyMatch(e -> e.contains("Name them all: columns = {"));
        assertThat(compile(pair, model("@ForeignKey(onDelete = CASCADE, dbDefault = \"1\") public Ref<Pair> pair;")))
                .anyMatch(e -> e.contains("remove dbDefault"));
        assertThat(
                        compile(
                                pair,
                                model(
                                        "@ForeignKey(onDelete = CASCADE, toField = \"code\", columns = \"x\") public Ref<Pair> pair;")))
                .anyMatch(e -> e.contains("A reference with toField has one column"));
        assertThat(compile(pair, model("@ForeignKey(onDelete = CASCADE, toField = \"code\") public Ref<Pair> pair;")))
                .isEmpty();
    }

    @Test
    void explainsWrongChildrenAndProxies() throws IOException {
        String objects = "public static final Manager<Big> objects = new Manager<>(Big.class);";
        assertThat(compile(MAKER, "@ProxyModel public class Big extends Maker { " + objects + " public int size; }"))
                .anyMatch(e -> e.contains("A @ProxyModel has no columns or relations of its own"));
        assertThat(compile("@ProxyModel public class Big extends Model { " + objects + " }"))
                .anyMatch(e -> e.contains("let Big extend one that is not abstract"));
        assertThat(compile(MAKER, "public class Big extends Maker { " + objects + " public String name; }"))
                .anyMatch(e -> e.contains("The field name hides the one inherited from Maker"));
        assertThat(compile(MAKER, "public class Big extends Maker { " + objects + " @PrimaryKey public int size; }"))
                .anyMatch(e -> e.contains("The key of Big is that of Maker"));
        assertThat(compile(MAKER, "public class Big extends Maker { public int size; }"))
                .anyMatch(e -> e.contains("Add the manager"));
        assertThat(compile("""
                        public class Pair extends KeyedModel<java.util.List<Object>> {
                            public static final Manager<Pair> objects = new Manager<>(Pair.class);
                            @PrimaryKey public int a;
                            @PrimaryKey public int b;
                        }
                        """, "public class Big extends Pair { " + objects + " }"))
                .anyMatch(e -> e.contains("whose key has several fields"));
    }
}
