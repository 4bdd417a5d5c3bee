package quintet.dev;

/** What a developer does to the big project, and how one sees that it is done. */
final class Edits {
    /**
     * One edit.
     *
     * @param name what kind it is
     * @param change makes it
     * @param path the page that shows it
     * @param expected that page, as it must be
     */
    record Edit(String name, Runnable change, String path, String expected) {}

    private final BigProject project;
    private final TestProject files;
    private int tax = 3;
    private int number;

    Edits(BigProject project) {
        this.project = project;
        this.files = project.files();
    }

    private Edit edit(String name, String path, String expected, Runnable change) {
        return new Edit(name, change, path, expected);
    }

    private String page(String n, String text) {
        return text + tax;
    }

    Edit body(String n) {
        String text = "body " + ++number + " ";
        return edit("changed body", "page" + n + "/", page(n, text), () -> service(n, "", "return \"" + text + "\";"));
    }

    private void service(String n, String head, String body) {
        files.source("shop/Service" + n + ".java", """
                package shop;
                public final class Service%1$s {
                %2$s
                    static String text() {
                        %3$s
                    }
                    static Object column() {
                        return null;
                    }
                }
                """.formatted(n, head, body));
    }

    Edit newMethod(String n) {
        String text = "method " + ++number + " ";
        String method = "more" + number;
        return edit("new method", "page" + n + "/", page(n, text), () -> {
            service(n, "    static String " + method + "() { return \"" + text + "\"; }", "return \"\";");
            project.views(n, "Service" + n + "." + method + "() + Rates.TAX");
        });
    }

    Edit constant() {
        tax++;
        return edit(
                "changed constant",
                "page29/",
                "text 29 " + tax,
                () -> files.edit("shop/Rates.java", "TAX = " + (tax - 1), "TAX = " + tax));
    }

    Edit signature(String n) {
        String text = "signature " + ++number + " ";
        String type = number % 2 == 0 ? "int" : "long";
        return edit("changed signature", "page" + n + "/", page(n, text), () -> {
            files.source("shop/Service" + n + ".java", """
                    package shop;
                    public final class Service%1$s {
                        static String text(%2$s number) {
                            return "%3$s";
                        }
                    }
                    """.formatted(n, type, text));
            project.views(n, "Service" + n + ".text(1) + Rates.TAX");
        });
    }

    Edit newClass(String n) {
        String name = "Extra" + ++number;
        String text = "class " + number + " ";
        return edit("new class", "page" + n + "/", page(n, text), () -> {
            project.views(n, name + ".text() + Rates.TAX");
            files.source(
                    "shop/" + name + ".java",
                    "package shop;\nfinal class " + name + " {\n    static String text() {\n        return \"" + text
                            + "\";\n    }\n}\n");
        });
    }

    Edit deletedModel(String n) {
        String text = "without model ";
        return edit("deleted model", "page" + n + "/", page(n, text), () -> {
            files.deleteSource("shop/Item" + n + ".java");
            service(n, "", "return \"" + text + "\";");
        });
    }

    Edit renamedField(String n) {
        String text = "field " + ++number + " ";
        String field = "name" + number;
        return edit("renamed field", "page" + n + "/", page(n, text), () -> {
            String model = files.read("src/main/java/shop/Item" + n + ".java");
            files.source("shop/Item" + n + ".java", model.replaceAll("String name\\d* ", "String " + field + " "));
            service(
                    n,
                    "    static Object field() { return Item" + n + "_." + field + "; }",
                    "return \"" + text + "\";");
        });
    }

    Edit repaired(String n) {
        String text = "repaired " + ++number + " ";
        return edit(
                "syntax error repaired",
                "page" + n + "/",
                page(n, text),
                () -> service(n, "", "return \"" + text + "\";"));
    }

    void breakSyntax(String n) {
        service(n, "", "return \"broken\" +;");
    }

    Edit template() {
        String text = "template " + ++number;
        return edit(
                "changed template",
                "template/",
                text,
                () -> files.write("src/main/resources/templates/page.html", "<html><body>" + text + "</body></html>"));
    }

    Edit settings() {
        String name = "name " + ++number;
        return edit(
                "changed settings (.env)",
                "",
                name + " title one",
                () -> files.write(".env", "SHOP_NAME=\"" + name + "\"\n"));
    }

    Edit settingsCode() {
        String name = "code " + ++number;
        return edit("changed settings (code)", "", name + " title one", () -> {
            String text = files.read("src/main/java/shop/Mysite.java");
            files.source(
                    "shop/Mysite.java",
                    text.replaceFirst(
                            "NAME = [^\"].*;",
                            "NAME = env == null ? \"\" : \"" + name + "\"; // env.string(\"SHOP_NAME\");"));
        });
    }

    Edit settingsCodeBack() {
        String name = "back " + ++number;
        return edit("changed settings (code)", "", name + " title one", () -> {
            String text = files.read("src/main/java/shop/Mysite.java");
            files.write(".env", "SHOP_NAME=\"" + name + "\"\n");
            files.source(
                    "shop/Mysite.java",
                    text.replaceFirst("NAME = env == null.*", "NAME = env.string(\"SHOP_NAME\", \"none\");"));
        });
    }

    Edit pom(String n) {
        Edit body = body(n);
        return edit("changed pom", body.path(), body.expected(), () -> {
            files.pom("<some.property>" + number + "</some.property>");
            body.change().run();
        });
    }

    Edit manyFiles() {
        String text = "many " + ++number + " ";
        return edit("ten files at once", "page19/", page("19", text), () -> {
            for (int i = 10; i < 20; i++) {
                String n = BigProject.number(i);
                service(n, "    static int number" + number + ";", "return \"" + text + "\";");
                project.views(n, "Service" + n + ".text() + Rates.TAX");
            }
        });
    }

    Edit superType(String n) {
        String text = "super " + ++number + " ";
        return edit("changed supertype", "page" + n + "/", page(n, text), () -> {
            files.source("shop/Service" + n + ".java", """
                    package shop;
                    public final class Service%1$s implements Comparable<String> {
                        static String text() {
                            return "%2$s";
                        }
                        public int compareTo(String other) {
                            return 0;
                        }
                    }
                    """.formatted(n, text));
        });
    }

    Edit lambda(String n) {
        String text = "lambda " + ++number + " ";
        return edit(
                "new lambda",
                "page" + n + "/",
                page(n, text),
                () -> service(
                        n,
                        "    record Part(String text) {}\n    enum Kind { ONE, TWO }",
                        "return java.util.stream.Stream.of(new Part(\"" + text
                                + "\")).map(part -> part.text()).findFirst().get();"));
    }
}
