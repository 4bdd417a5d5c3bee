package quintet.dev.internal.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Env;
import quintet.core.Site;

/**
 * How a line of a file is opened in the developer's editor. {@code QUINTET_EDITOR} names it: a known editor ({@code idea},
 * {@code vscode} ...), a URL with {@code {file}} and {@code {line}}, a command line with these, or {@code none}. Unless it is
 * set, the terminal or the project's folder tells.
 */
public final class Editor {
    /** The variable that names the editor. */
    public static final String VARIABLE = "QUINTET_EDITOR";

    /** Where the project lies for the editor, if it runs on another machine: {@code /app=/home/jane/mysite}. */
    public static final String PATHS = "QUINTET_EDITOR_PATHS";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("idea", "idea://open?file={file}&line={line}"),
            Map.entry("vscode", "vscode://file/{file}:{line}"),
            Map.entry("vscodium", "vscodium://file/{file}:{line}"),
            Map.entry("cursor", "cursor://file/{file}:{line}"),
            Map.entry("windsurf", "windsurf://file/{file}:{line}"),
            Map.entry("zed", "zed://file/{file}:{line}"),
            Map.entry("netbeans", "netbeans://open/?f={file}:{line}"),
            Map.entry("sublime", "subl://open?url=file://{file}&line={line}"),
            Map.entry("textmate", "txmt://open?url=file://{file}&line={line}"),
            Map.entry("emacs", "emacs://open?url=file://{file}&line={line}"),
            Map.entry("macvim", "mvim://open?url=file://{file}&line={line}"));

    private final String template;
    private final String from;
    private final String to;

    private Editor(String template, String from, String to) {
        this.template = template;
        this.from = from;
        this.to = to;
    }

    /** The editor for a site's project. */
    public static Editor of(Site site) {
        Env env = site.settings().env();
        String named = env.string(VARIABLE, "");
        String chosen = named.isEmpty() ? guess(env, site.root()) : named;
        String paths = env.string(PATHS, "");
        int equals = paths.indexOf('=');
        return new Editor(
                KNOWN.getOrDefault(chosen.toLowerCase(Locale.ROOT), chosen),
                equals < 0 ? "" : paths.substring(0, equals),
                equals < 0 ? "" : paths.substring(equals + 1));
    }

    private static String guess(Env env, Path root) {
        if (env.string("TERM_PROGRAM", "").equals("vscode")) {
            return "vscode";
        }
        if (env.string("TERMINAL_EMULATOR", "").startsWith("JetBrains") || Files.isDirectory(root.resolve(".idea"))) {
            return "idea";
        }
        return Files.isDirectory(root.resolve(".vscode")) ? "vscode" : "idea";
    }

    /** Whether opening means running a command on this machine, rather than following a link. */
    public boolean isCommand() {
        return template.contains("{file}") && !template.contains("://");
    }

    /** The link that opens a line; null when there is none: the editor is a command, or {@code none}. */
    public @Nullable String link(@Nullable Path file, int line) {
        if (file == null || !template.contains("{file}") || isCommand()) {
            return null;
        }
        String path = mapped(file);
        boolean inPath = template.contains("/{file}");
        String encoded = encode(inPath && path.startsWith("/") ? path.substring(1) : path);
        return template.replace("{file}", encoded).replace("{line}", Integer.toString(Math.max(1, line)));
    }

    private String mapped(Path file) {
        String path = file.toString().replace('\\', '/');
        return !from.isEmpty() && path.startsWith(from) ? to + path.substring(from.length()) : path;
    }

    private static String encode(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/-_.~:".indexOf(c) >= 0);
            if (plain) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            }
        }
        return out.toString();
    }

    /**
     * Runs the command that opens a line; no shell has a part in it.
     *
     * @throws IOException if the command cannot be started
     */
    public void open(Path file, int line) throws IOException {
        if (!isCommand()) {
            throw new IOException("Set " + VARIABLE + " to a command such as: code -g {file}:{line}");
        }
        List<String> command = new ArrayList<>();
        for (String word : template.strip().split("\\s+")) {
            command.add(word.replace("{file}", mapped(file)).replace("{line}", Integer.toString(Math.max(1, line))));
        }
        Process started = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.getOutputStream().close();
    }
}
