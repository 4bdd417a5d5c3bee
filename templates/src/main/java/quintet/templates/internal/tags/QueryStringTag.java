package quintet.templates.internal.tags;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.RequestSupport;
import quintet.templates.Token;
import quintet.templates.internal.compile.Called;
import quintet.templates.internal.text.Urls;
import quintet.templates.internal.values.Values;

/** The querystring tag: the query of the request, or of mappings, with some values changed. Written without a detour over maps where the request is what it starts from. */
final class QueryStringTag extends Node implements Called {
    private static final byte[] AND = "&".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ESCAPED_AND = "&amp;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] QUESTION_MARK = "?".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EQUALS = "=".getBytes(StandardCharsets.US_ASCII);

    private final Expression[] mappings;
    private final String[] names;
    private final String[] quoted;
    private final Expression[] values;
    private final @Nullable String variable;

    private QueryStringTag(List<Expression> mappings, Map<String, Expression> changes, @Nullable String variable) {
        this.mappings = mappings.toArray(new Expression[0]);
        this.names = changes.keySet().toArray(new String[0]);
        this.values = changes.values().toArray(new Expression[0]);
        this.quoted = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            quoted[i] = Urls.quotePlus(names[i]);
        }
        this.variable = variable;
    }

    /** Compiles one use of the tag. */
    static Node compile(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        String tag = words.removeFirst();
        String variable = Tags.target(words);
        if (variable != null) {
            words.subList(words.size() - 2, words.size()).clear();
        }
        List<Expression> mappings = new ArrayList<>();
        Map<String, Expression> changes = new LinkedHashMap<>();
        for (String word : words) {
            Map<String, Expression> pair = parser.keywords(new ArrayList<>(List.of(word)));
            for (Map.Entry<String, Expression> each : pair.entrySet()) {
                if (changes.put(each.getKey(), each.getValue()) != null) {
                    throw Tags.error("'" + tag + "' received multiple values for keyword argument "
                            + Values.repr(each.getKey()));
                }
            }
            if (pair.isEmpty()) {
                if (!changes.isEmpty()) {
                    throw Tags.error(
                            "'" + tag + "' received some positional argument(s) after some keyword argument(s)");
                }
                mappings.add(parser.expression(word));
            }
        }
        return new QueryStringTag(mappings, changes, variable);
    }

    @Override
    public void render(Context context, Output out) {
        Object[] sources = resolve(mappings, context);
        Object[] changed = resolve(values, context);
        Map<String, ? extends List<?>> query = sources.length == 0 ? query(context) : merged(sources, context);
        int mark = out.size();
        Writer writer = new Writer(context, out, variable == null && context.autoescape());
        for (Map.Entry<String, ? extends List<?>> each : query.entrySet()) {
            int place = place(each.getKey());
            if (place < 0) {
                String name = Urls.quotePlus(each.getKey());
                for (Object value : each.getValue()) {
                    writer.pair(name, value);
                }
            } else {
                writer.change(quoted[place], changed[place]);
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (!query.containsKey(names[i])) {
                writer.change(quoted[i], changed[i]);
            }
        }
        writer.end();
        if (variable != null) {
            context.put(variable, out.take(mark));
        }
    }

    @Override
    public boolean mayChangeVariables() {
        return variable != null;
    }

    @Override
    public boolean keepsState() {
        return !Tags.isBuiltin(List.of(mappings)) || !Tags.isBuiltin(List.of(values));
    }

    private static @Nullable Object[] resolve(Expression[] all, Context context) {
        Object[] resolved = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            resolved[i] = all[i].resolve(context);
        }
        return resolved;
    }

    private int place(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, ? extends List<?>> query(Context context) {
        Object request = context.request();
        Map<String, ? extends List<?>> query =
                request == null ? null : context.engine().requests().query(request);
        if (query == null) {
            throw new EvaluationError(EvaluationError.Kind.ATTRIBUTE, "'Context' object has no attribute 'request'");
        }
        return query;
    }

    private static Map<String, List<?>> merged(@Nullable Object[] sources, Context context) {
        RequestSupport requests = context.engine().requests();
        Values values = Values.of(context);
        Map<String, List<?>> params = new LinkedHashMap<>();
        for (Object source : sources) {
            Map<String, ? extends List<?>> query = source == null ? null : requests.query(source);
            if (query != null) {
                params.putAll(query);
            } else if (source instanceof Map<?, ?> map) {
                merge(map, params, values);
            } else {
                throw Tags.error("querystring requires mappings for positional arguments (got " + values.reprOf(source)
                        + " instead).");
            }
        }
        return params;
    }

    private static void merge(Map<?, ?> map, Map<String, List<?>> params, Values values) {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            Object key = each.getKey();
            Object value = each.getValue();
            if (!(key instanceof CharSequence)) {
                throw Tags.error(
                        "querystring requires strings for mapping keys (got " + values.reprOf(key) + " instead).");
            }
            String name = key.toString();
            if (value == null) {
                params.remove(name);
            } else if (!values.isText(value) && values.iterator(value) != null) {
                params.put(name, values.list(value));
            } else {
                params.put(name, List.of(value));
            }
        }
    }

    /** Writes names and values. */
    private static final class Writer {
        private final Context context;
        private final Output out;
        private final boolean escape;
        private boolean any;

        Writer(Context context, Output out, boolean escape) {
            this.context = context;
            this.out = out;
            this.escape = escape;
        }

        /** One name with the value, or the values, it is changed to; null takes it away. */
        void change(String name, @Nullable Object value) {
            if (value == null) {
                return;
            }
            if (!isSimple(value)) {
                Values all = Values.of(context);
                Iterator<?> several = all.isText(value) ? null : all.iterator(value);
                if (several != null) {
                    while (several.hasNext()) {
                        pair(name, several.next());
                    }
                    return;
                }
            }
            pair(name, value);
        }

        private static boolean isSimple(Object value) {
            return value instanceof String || value instanceof Integer || value instanceof Long;
        }

        void pair(String name, @Nullable Object value) {
            out.bytes(!any ? QUESTION_MARK : escape ? ESCAPED_AND : AND);
            any = true;
            out.text(name);
            out.bytes(EQUALS);
            if (value instanceof Integer || value instanceof Long) {
                out.number(((Number) value).longValue());
            } else {
                out.text(Urls.quotePlus(Values.text(value, context).toString()));
            }
        }

        void end() {
            if (!any) {
                out.bytes(QUESTION_MARK);
            }
        }
    }
}
