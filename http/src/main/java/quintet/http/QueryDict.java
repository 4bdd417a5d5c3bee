package quintet.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.Percent;

/**
 * The parameters of a query string or a form: names with any number of values, in the order sent. Immutable; {@link
 * #with}, {@link #and} and {@link #without} give changed copies. Answers to Django's QueryDict.
 */
public final class QueryDict {
    private static final QueryDict EMPTY = new QueryDict(Map.of(), StandardCharsets.UTF_8);

    private final Map<String, List<String>> lists;
    private final Charset charset;

    private QueryDict(Map<String, List<String>> lists, Charset charset) {
        this.lists = lists;
        this.charset = charset;
    }

    /** No parameters. */
    public static QueryDict empty() {
        return EMPTY;
    }

    /** Parses a query string of any length, in UTF-8. Use {@link #parse(String, Charset, int)} for what a client sent. */
    public static QueryDict of(String query) {
        return parse(query, StandardCharsets.UTF_8, Integer.MAX_VALUE);
    }

    /** Parameters with these values. */
    public static QueryDict of(Map<String, ? extends Collection<String>> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, list) -> lists.put(name, List.copyOf(list)));
        return lists.isEmpty() ? EMPTY : new QueryDict(lists, StandardCharsets.UTF_8);
    }

    /**
     * Parses a query string leniently, as Django does: empty parts are skipped, a name without {@code =} has the empty
     * value, malformed percent escapes stay as they are and undecodable bytes become U+FFFD.
     *
     * @param maxFields how many parameters are allowed
     * @throws TooManyFieldsSent when there are more
     */
    public static QueryDict parse(String query, Charset charset, int maxFields) {
        if (query.isEmpty()) return charset.equals(StandardCharsets.UTF_8) ? EMPTY : new QueryDict(Map.of(), charset);
        if (maxFields != Integer.MAX_VALUE) checkCount(query, maxFields);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            if (end < 0) end = query.length();
            if (end > start) addPair(lists, query, start, end, charset);
            start = end + 1;
        }
        return new QueryDict(lists, charset);
    }

    private static void checkCount(String query, int maxFields) {
        int count = 1;
        for (int i = query.indexOf('&'); i >= 0; i = query.indexOf('&', i + 1)) count++;
        if (count > maxFields) throw new TooManyFieldsSent();
    }

    private static void addPair(Map<String, List<String>> lists, String query, int start, int end, Charset charset) {
        int equals = query.indexOf('=', start);
        if (equals < 0 || equals > end) equals = end;
        String name = Percent.decodeForm(query, start, equals, charset);
        String value = equals == end ? "" : Percent.decodeForm(query, equals + 1, end, charset);
        lists.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
    }

    /** The last value of this name, or null ({@code GET.get(name)}). */
    public @Nullable String get(String name) {
        List<String> values = lists.get(name);
        return values == null || values.isEmpty() ? null : values.getLast();
    }

    /** The last value of this name, or {@code otherwise}. */
    public String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** All values of this name in order, none if it was not sent ({@code GET.getlist(name)}). */
    public List<String> list(String name) {
        List<String> values = lists.get(name);
        return values == null ? List.of() : Collections.unmodifiableList(values);
    }

    /** Whether this name was sent. */
    public boolean contains(String name) {
        return lists.containsKey(name);
    }

    /** The names in the order first sent. */
    public Set<String> names() {
        return Collections.unmodifiableSet(lists.keySet());
    }

    /** How many different names there are. */
    public int size() {
        return lists.size();
    }

    /** Whether there are no parameters. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** Names with all their values. */
    public Map<String, List<String>> lists() {
        return Collections.unmodifiableMap(lists);
    }

    /** Names with their last values ({@code GET.dict()}); a name with an empty list is left out. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        lists.forEach((name, values) -> {
            if (!values.isEmpty()) map.put(name, values.getLast());
        });
        return map;
    }

    /** The charset the parameters were sent in. */
    public Charset charset() {
        return charset;
    }

    /** A copy in which this name has these values and no others. */
    public QueryDict with(String name, String... values) {
        return with(name, List.of(values));
    }

    /** A copy in which this name has these values and no others. */
    public QueryDict with(String name, Collection<String> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>(lists);
        copy.put(name, List.copyOf(values));
        return new QueryDict(copy, charset);
    }

    /** A copy in which this name has one more value. */
    public QueryDict and(String name, String value) {
        List<String> values = new ArrayList<>(list(name));
        values.add(value);
        return with(name, values);
    }

    /** A copy without these names. */
    public QueryDict without(String... names) {
        Map<String, List<String>> copy = new LinkedHashMap<>(lists);
        for (String name : names) copy.remove(name);
        return new QueryDict(copy, charset);
    }

    /** The query string of these parameters, spaces as plus signs. */
    public String urlencode() {
        return urlencode("");
    }

    /** As {@link #urlencode()}, but these characters are left as they are and spaces become {@code %20}. */
    public String urlencode(String safe) {
        StringJoiner out = new StringJoiner("&");
        BitSet kept = Percent.safe(new String(safe.getBytes(charset), StandardCharsets.ISO_8859_1));
        boolean plus = safe.isEmpty();
        lists.forEach((name, values) -> {
            for (String value : values) out.add(quoted(name, kept, plus) + '=' + quoted(value, kept, plus));
        });
        return out.toString();
    }

    private String quoted(String text, BitSet safe, boolean plus) {
        return Percent.quote(text.getBytes(charset), safe, plus);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryDict that && that.lists.equals(lists);
    }

    @Override
    public int hashCode() {
        return lists.hashCode();
    }

    /** The names only: values may be passwords. */
    @Override
    public String toString() {
        return "QueryDict" + lists.keySet();
    }
}
