package quintet.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.forms.internal.Html;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/**
 * The style sheets and scripts widgets and forms need. Several of them merge into one without repeats, each list's
 * order kept where the lists agree (Django's {@code Media}).
 *
 * <pre>{@code Media.of().css("all", "calendar.css").js("calendar.js", "noise.js")}</pre>
 */
public final class Media implements HtmlValue {
    /** Nothing. */
    public static final Media EMPTY = new Media(List.of(), List.of(), "/static/");

    private final List<List<Asset>> scripts;
    private final List<Map<String, List<Asset>>> styles;
    private final String base;

    /**
     * A file with attributes of its own.
     *
     * @param path a path below the static files, or a whole address
     * @param attributes further HTML attributes
     */
    public record Asset(String path, Map<String, ?> attributes) {
        /** A file without further attributes. */
        public Asset(String path) {
            this(path, Map.of());
        }

        /** A file with attributes of its own; without any it equals one named by its path. */
        public static Asset of(String path, Map<String, ?> attributes) {
            return new Asset(path, new LinkedHashMap<>(attributes));
        }
    }

    private Media(List<List<Asset>> scripts, List<Map<String, List<Asset>>> styles, String base) {
        this.scripts = scripts;
        this.styles = styles;
        this.base = base;
    }

    /** The empty media, to build on. */
    public static Media of() {
        return EMPTY;
    }

    /** With scripts, in this order. */
    public Media js(String... paths) {
        return js(assets(paths));
    }

    /** With scripts, in this order. */
    public Media js(List<Asset> files) {
        return new Media(added(scripts, files), styles, base);
    }

    /** With style sheets for a medium, such as {@code all} or {@code print}. */
    public Media css(String medium, String... paths) {
        return css(medium, assets(paths));
    }

    /** With style sheets for a medium. */
    public Media css(String medium, List<Asset> files) {
        return new Media(scripts, added(styles, Map.of(medium, files)), base);
    }

    /** With style sheets by medium. */
    public Media css(Map<String, List<Asset>> byMedium) {
        return new Media(scripts, added(styles, new LinkedHashMap<>(byMedium)), base);
    }

    /** With another address before relative paths; the default is {@code /static/}. */
    public Media base(String address) {
        return new Media(scripts, styles, address);
    }

    private static List<Asset> assets(String... paths) {
        List<Asset> files = new ArrayList<>();
        for (String path : paths) {
            files.add(new Asset(path));
        }
        return files;
    }

    private static <E> List<E> added(List<E> list, E item) {
        List<E> copy = new ArrayList<>(list);
        copy.add(item);
        return copy;
    }

    /** Both, merged. */
    public Media plus(Media other) {
        if (other == EMPTY || this == EMPTY) {
            return other == EMPTY ? this : other;
        }
        List<List<Asset>> allScripts = new ArrayList<>(scripts);
        other.scripts.stream()
                .filter(list -> !list.isEmpty() && !allScripts.contains(list))
                .forEach(allScripts::add);
        List<Map<String, List<Asset>>> allStyles = new ArrayList<>(styles);
        other.styles.stream().filter(map -> !allStyles.contains(map)).forEach(allStyles::add);
        return new Media(allScripts, allStyles, base);
    }

    /** The {@code <script>} elements. */
    public List<SafeString> scriptTags(@Nullable String nonce) {
        List<SafeString> tags = new ArrayList<>();
        for (Asset file : merge(scripts)) {
            StringBuilder tag = new StringBuilder("<script src=\"");
            Html.text(tag, address(file.path()))
                    .append('"')
                    .append(flat(file.attributes(), nonce))
                    .append("></script>");
            tags.add(SafeString.of(tag.toString()));
        }
        return tags;
    }

    /** The {@code <link>} elements, media in the order of their names. */
    public List<SafeString> styleTags(@Nullable String nonce) {
        Map<String, List<List<Asset>>> byMedium = new TreeMap<>();
        for (Map<String, List<Asset>> one : styles) {
            one.forEach((medium, files) ->
                    byMedium.computeIfAbsent(medium, m -> new ArrayList<>()).add(files));
        }
        List<SafeString> tags = new ArrayList<>();
        byMedium.forEach((medium, lists) -> {
            for (Asset file : merge(lists)) {
                StringBuilder tag = new StringBuilder("<link href=\"");
                Map<String, Object> attributes = Widgets.attrs("media", medium, "rel", "stylesheet");
                attributes.putAll(file.attributes());
                Html.text(tag, address(file.path())).append('"');
                tag.append(flat(attributes, nonce)).append('>');
                tags.add(SafeString.of(tag.toString()));
            }
        });
        return tags;
    }

    private static String flat(Map<String, ?> given, @Nullable String nonce) {
        Map<String, Object> attributes = new LinkedHashMap<>(given);
        if (nonce != null) {
            attributes.put("nonce", nonce);
        }
        return Html.flat(attributes);
    }

    private String address(String path) {
        return path.startsWith("/") || path.startsWith("http://") || path.startsWith("https://") ? path : base + path;
    }

    /** Merges lists so that each list's order holds; where two lists contradict, the first seen wins. */
    static <E> List<E> merge(List<List<E>> lists) {
        Map<E, Set<E>> before = new LinkedHashMap<>();
        for (List<E> list : lists) {
            E previous = null;
            for (E item : list) {
                Set<E> earlier = before.computeIfAbsent(item, i -> new LinkedHashSet<>());
                if (previous != null && !previous.equals(item)) {
                    earlier.add(previous);
                }
                previous = item;
            }
        }
        return sorted(before);
    }

    private static <E> List<E> sorted(Map<E, Set<E>> before) {
        List<E> result = new ArrayList<>();
        Set<E> left = new LinkedHashSet<>(before.keySet());
        while (!left.isEmpty()) {
            List<E> ready = new ArrayList<>();
            for (E item : left) {
                Set<E> waiting = before.getOrDefault(item, Set.of());
                if (waiting.stream().noneMatch(left::contains)) {
                    ready.add(item);
                }
            }
            if (ready.isEmpty()) {
                return new ArrayList<>(before.keySet());
            }
            result.addAll(ready);
            ready.forEach(left::remove);
        }
        return result;
    }

    @Override
    public SafeString html() {
        return html(null);
    }

    /** All elements, with a nonce for a content security policy. */
    public SafeString html(@Nullable String nonce) {
        List<SafeString> all = new ArrayList<>(styleTags(nonce));
        all.addAll(scriptTags(nonce));
        return SafeString.of(String.join("\n", all));
    }

    @Override
    public String toString() {
        return html().toString();
    }
}
