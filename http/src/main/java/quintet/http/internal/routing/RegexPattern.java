package quintet.http.internal.routing;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A pattern of {@code rePath()}. */
public final class RegexPattern implements UrlPattern {
    private final PyRegex regex;
    private final boolean whole;
    private final boolean named;

    /**
     * Compiles.
     *
     * @param endpoint whether it is a view's pattern rather than a prefix
     * @throws IllegalArgumentException when it is malformed
     */
    public RegexPattern(String source, boolean endpoint) {
        this.regex = PyRegex.compile(source);
        this.whole = endpoint && source.endsWith("$");
        this.named = regex.groups().stream().anyMatch(name -> !name.isEmpty());
    }

    @Override
    public String text() {
        return regex.source();
    }

    @Override
    public String regexText() {
        return regex.source();
    }

    @Override
    public @Nullable List<Segment> segments() {
        return null;
    }

    @Override
    public int match(String path, int from, Captures captures) {
        Matcher matcher = regex.pattern().matcher(path).region(from, path.length());
        if (whole ? !matcher.matches() : !matcher.find()) return -1;
        for (int i = 1; i <= regex.groups().size(); i++) {
            String name = regex.groups().get(i - 1);
            if (named && (name.isEmpty() || matcher.start(i) < 0)) continue;
            if (named) captures.addText(name, path, matcher.start(i), matcher.end(i));
            else captures.addPositional(matcher.group(i));
        }
        return matcher.end();
    }
}
