package quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.cli.Generated.quintet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** startproject: names, folders and templates of one's own. */
class StartProjectTest {
    @TempDir
    private Path folder;

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theFolderIsMadeAndMayHoldOtherFiles() throws IOException {
        Path deep = folder.resolve("a/b/site");
        Generated.Result result = quintet("startproject", "shop", deep.toString());
        assertThat(result.out()).isEqualTo("Created " + deep + ". Next: cd " + deep + " && ./manage runserver\n");
        assertThat(deep.resolve("src/main/java/shop/Shop.java"))
                .content()
                .contains("public final class Shop extends Project");
        assertThat(quintet("startproject", "shop", deep.toString()).err())
                .contains("already exists, and nothing is overwritten");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        assertThat(quintet("startproject", "shop", other.toString()).code()).isZero();
        assertThat(other.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void batchFilesHaveTheLineEndsOfWindows() throws IOException {
        assertThat(quintet("startproject", "shop", in("shop")).code()).isZero();
        for (String file : new String[] {"manage.cmd", "mvnw.cmd"}) {
            String text = Files.readString(folder.resolve("shop").resolve(file));
            assertThat(text.replace("\r\n", "")).as(file).doesNotContain("\n").doesNotContain("\r");
        }
        assertThat(folder.resolve("shop/manage")).content().doesNotContain("\r");
    }

    @Test
    void namesMustBeFitForJava() {
        assertThat(quintet("startproject", "my-site", in("x")).err())
                .isEqualTo("'my-site' is not a valid project name: use letters, digits and _, and start with a letter."
                        + " For example: my_site\n");
        assertThat(quintet("startproject", "1st", in("x")).err()).contains("is not a valid project name");
        assertThat(quintet("startproject", "package", in("x")).err())
                .contains("package is a word of the Java language");
        assertThat(quintet("startproject", "quintet", in("x")).err())
                .contains("conflicts with the name of an existing Java package");
        assertThat(quintet("startproject", "java", in("x")).err())
                .contains("conflicts with the name of an existing Java package");
        assertThat(quintet("startproject", "site", in("x"), "--package", "com.class.site")
                        .err())
                .contains("'class' is a word of the Java language");
        assertThat(quintet("startproject").err()).contains("Missing required parameter: 'NAME'");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aClassThatWouldHideAnotherGetsAnotherName() {
        assertThat(quintet("startproject", "settings", in("x")).code()).isZero();
        assertThat(folder.resolve("x/src/main/java/settings/SettingsProject.java"))
                .exists();
        assertThat(quintet("startproject", "string", in("y")).code()).isZero();
        assertThat(folder.resolve("y/src/main/java/string/StringProject.java")).exists();
    }

    @Test
    void aFileInTheWayAndAFolderThatCannotBeMadeAreSentences() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertThat(quintet("startproject", "shop", in("file")).err())
                .isEqualTo(in("file") + " is a file, not a folder.\n");
        assertThat(quintet("startproject", "shop", in("file/below")).err())
                .contains("The folder " + in("file/below") + " cannot be made")
                .contains("Choose a folder you may write to.");
    }

    private static final Map<String, String> TEMPLATE = new TreeMap<>(Map.of(
            "src/main/java/package_path/project_class.java-tpl", "package {{ package }}; class {{ project_class }} {}",
            "project_name.conf", "name={{ project_name }}",
            "Dockerfile", "FROM {{ project_name }}",
            "page.html", "{{ not_rendered }}",
            "docs/left.txt", "x",
            "run.sh", "#!/bin/sh\n"));

    private void check(String source) throws IOException {
        Path target = folder.resolve("made" + Math.abs(source.hashCode()));
        Generated.Result result = quintet(
                "startproject",
                "shop",
                target.toString(),
                "--template",
                source,
                "-e",
                "conf",
                "-n",
                "Dockerfile",
                "-x",
                "docs",
                "--package",
                "com.acme");
        assertThat(result.err()).isEmpty();
        assertThat(target.resolve("src/main/java/com/acme/Shop.java")).hasContent("package com.acme; class Shop {}");
        assertThat(target.resolve("shop.conf")).hasContent("name=shop");
        assertThat(target.resolve("Dockerfile")).hasContent("FROM shop");
        assertThat(target.resolve("page.html")).hasContent("{{ not_rendered }}");
        assertThat(target.resolve("docs")).doesNotExist();
        assertThat(target.resolve("run.sh")).isExecutable();
    }

    @Test
    void aTemplateIsAFolderAnArchiveOrAnAddressOfOne() throws IOException {
        Path tree = folder.resolve("tree");
        for (Map.Entry<String, String> file : TEMPLATE.entrySet()) {
            Files.createDirectories(tree.resolve(file.getKey()).getParent());
            Files.writeString(tree.resolve(file.getKey()), file.getValue());
        }
        check(tree.toString());
        check(tree.toUri().toString());
        Path zip = folder.resolve("t.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : TEMPLATE.entrySet()) {
                out.putNextEntry(new ZipEntry("top-1.0/" + file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        check(zip.toString());
        Path tar = folder.resolve("t.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            for (Map.Entry<String, String> file : TEMPLATE.entrySet()) {
                tarEntry(out, file.getKey(), file.getValue());
            }
            out.write(new byte[1024]);
        }
        check(tar.toString());
    }

    private static void tarEntry(OutputStream out, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = new byte[512];
        System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, head, 0, name.length());
        byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, head, 124, size.length);
        head[156] = '0';
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.write(content);
        padded.write(new byte[(512 - content.length % 512) % 512]);
        out.write(head);
        out.write(padded.toByteArray());
    }

    @Test
    void archivesThatReachOutsideAndAddressesOnTheNetworkAreRefused() throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../outside.txt"));
            out.write(1);
        }
        assertThat(quintet("startproject", "shop", in("x"), "--template", zip.toString())
                        .err())
                .contains("it has a file outside of itself: ../../outside.txt");
        assertThat(quintet("startproject", "shop", in("y"), "--template", "https://example.com/t.zip")
                        .err())
                .contains("Download it first, then name the file.");
        assertThat(quintet("startproject", "shop", in("z"), "--template", in("nothing"))
                        .err())
                .contains("is neither a folder nor a file");
    }

    @Test
    void theGlobalCommandExplainsItself() {
        assertThat(quintet().out())
                .contains("startproject")
                .contains("startapp")
                .contains("./manage help");
        assertThat(quintet("help", "startproject").out()).contains("--template").contains("--package");
        assertThat(quintet("version").out()).isEqualTo(quintet.core.Version.current() + "\n");
        assertThat(quintet("startprojct"))
                .isEqualTo(
                        new Generated.Result(2, "", "Unknown command: 'startprojct'. Did you mean 'startproject'?\n"));
        assertThat(quintet("migrate").err()).contains("a project's commands are run by its ./manage");
    }
}
