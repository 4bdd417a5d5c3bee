package quintet.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of {@code docs/} whose Java examples are regions of files that tests compile and run: each block follows a
 * comment {@code <!-- from: path#region -->} and equals the lines between {@code // region: name} and
 * {@code // endregion}. {@code bin/docs} rewrites the blocks of all pages from their files.
 */
public final class DocsPage {
    private static final Pattern SOURCE = Pattern.compile("<!-- from: (\\S+)#(\\S+) -->");

    private final Path root;
    private final Path file;
    private final List<String> complaints = new ArrayList<>();

    private DocsPage(Path root, Path file) {
        this.root = root;
        this.file = file;
    }

    /** The readme and the pages below {@code docs/} of the repository; not the tutorial, whose blocks a test of its own follows. */
    public static List<DocsPage> all(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(root.resolve("docs/tutorial")))
                    .sorted()
                    .map(file -> new DocsPage(root, file))
                    .toList();
        }
    }

    /** Rewrites all pages of the repository in the working directory. */
    public static void main(String[] args) throws IOException {
        for (DocsPage page : all(Path.of("").toAbsolutePath())) {
            Files.writeString(page.file, page.rewritten());
            page.complaints.forEach(complaint -> System.out.println(page + ": " + complaint));
        }
    }

    /** What is wrong with the page's examples: blocks without a source, and blocks that differ from it. */
    public List<String> check() throws IOException {
        String now = Files.readString(file);
        if (!rewritten().equals(now)) {
            complaints.add("its examples differ from the files they come from: run bin/docs");
        }
        return complaints;
    }

    /** The path below the repository. */
    @Override
    public String toString() {
        return root.relativize(file).toString();
    }

    private String rewritten() throws IOException {
        complaints.clear();
        List<String> lines = Files.readAllLines(file);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(lines.get(i));
            if (lines.get(i).strip().startsWith("```java")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).strip().equals("```")) {
                    end++;
                }
                List<String> old = lines.subList(i + 1, end);
                result.addAll(block(i + 1, i == 0 ? "" : lines.get(i - 1), old));
                i = end - 1;
            }
        }
        return String.join("\n", result) + "\n";
    }

    private List<String> block(int line, String before, List<String> old) throws IOException {
        Matcher source = SOURCE.matcher(before.strip());
        if (!source.matches()) {
            complaints.add("line " + line + ": a Java block without <!-- from: path#region --> above it");
            return old;
        }
        Path code = root.resolve(source.group(1));
        List<String> region = Files.exists(code) ? region(Files.readAllLines(code), source.group(2)) : List.of();
        if (region.isEmpty()) {
            complaints.add("line " + line + ": there is no region " + source.group(2) + " in " + source.group(1));
            return old;
        }
        return region;
    }

    private static List<String> region(List<String> lines, String name) {
        List<String> region = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            String stripped = line.strip();
            if (stripped.equals("// region: " + name)) {
                inside = true;
            } else if (stripped.equals("// endregion")) {
                inside = false;
            } else if (inside) {
                region.add(line);
            }
        }
        return String.join("\n", region).stripIndent().strip().lines().toList();
    }
}
