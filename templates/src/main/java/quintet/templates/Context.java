package quintet.templates;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.Formats;
import quintet.templates.internal.values.Values;

/**
 * The variables of one render: a stack of scopes over the values a view passed. Also carries what holds for the
 * render: the request, autoescaping, language, time zone. Used by one thread. Answers to Django's {@code Context}
 * and {@code RequestContext}.
 */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class Context {
    /** What {@link #lookup} returns for a name that is not there. */
    public static final Object MISSING = ValueAdapter.MISSING;

    private static final int START = 16;

    private Map<String, ? extends @Nullable Object> base;
    private Map<String, ? extends @Nullable Object> processed = Map.of();
    private String[] names = new String[START];
    private @Nullable Object[] values = new Object[START];
    private int size;
    private int frame;
    private final RenderState state;
    private final @Nullable Object request;
    private boolean autoescape = true;
    private @Nullable Template template;
    private @Nullable Boolean useTz;
    private @Nullable Boolean useL10n;
    private Locale locale = Locale.UNSET;
    private @Nullable Values engineValues;

    /** Language and zone in force; replaced as a whole. */
    private record Locale(
            @Nullable String language,
            @Nullable ZoneId zone,
            @Nullable Formats formats) {
        static final Locale UNSET = new Locale(null, null, null);
    }

    private Context(Map<String, ? extends @Nullable Object> base, @Nullable Object request, RenderState state) {
        this.base = base;
        this.request = request;
        this.state = state;
    }

    /**
     * A context over values.
     *
     * @param values the variables; read during the render, not copied
     * @return a new context
     */
    public static Context of(Map<String, ? extends @Nullable Object> values) {
        return new Context(values, null, new RenderState());
    }

    /**
     * A context for a request; the engine's context processors add to it.
     *
     * @param values the variables; they win over the processors'
     * @param request the request, of whatever type the processors expect
     * @return a new context
     */
    public static Context of(Map<String, ? extends @Nullable Object> values, @Nullable Object request) {
        return new Context(values, request, new RenderState());
    }

    /**
     * A fresh context with the same settings and render state, and other variables; what
     * {@code {% include ... only %}} uses.
     *
     * @param values the variables
     * @return a new context
     */
    public Context fresh(Map<String, ? extends @Nullable Object> values) {
        Context copy = new Context(values, request, state);
        copy.autoescape = autoescape;
        copy.template = template;
        copy.useTz = useTz;
        copy.useL10n = useL10n;
        copy.locale = locale;
        return copy;
    }

    /**
     * The request this render answers.
     *
     * @return null outside of a request
     */
    public @Nullable Object request() {
        return request;
    }

    /**
     * A variable.
     *
     * @param name its name
     * @return the value, or null if it is null or missing
     */
    public @Nullable Object get(String name) {
        Object found = lookup(name);
        return found == MISSING ? null : found;
    }

    /**
     * Whether there is a variable.
     *
     * @param name its name
     * @return true also when its value is null
     */
    public boolean contains(String name) {
        return lookup(name) != MISSING;
    }

    /**
     * A variable, with missing ones told from null.
     *
     * @param name its name
     * @return the value, or {@link #MISSING}
     */
    public @Nullable Object lookup(String name) {
        String[] all = names;
        for (int i = size - 1; i >= 0; i--) {
            String n = all[i];
            if (n == name || n.equals(name)) {
                return values[i];
            }
        }
        Object value = base.get(name);
        if (value != null || base.containsKey(name)) {
            return value;
        }
        value = processed.get(name);
        if (value != null || processed.containsKey(name)) {
            return value;
        }
        return switch (name) {
            case "True" -> Boolean.TRUE;
            case "False" -> Boolean.FALSE;
            case "None" -> null;
            default -> MISSING;
        };
    }

    /**
     * Sets a variable in the innermost scope.
     *
     * @param name its name
     * @param value its value
     */
    public void put(String name, @Nullable Object value) {
        for (int i = size - 1; i >= frame; i--) {
            if (names[i].equals(name)) {
                values[i] = value;
                return;
            }
        }
        if (size == names.length) {
            names = java.util.Arrays.copyOf(names, size * 2);
            values = java.util.Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /**
     * Sets variables in the innermost scope.
     *
     * @param more names and values
     */
    public void putAll(Map<String, ? extends @Nullable Object> more) {
        more.forEach(this::put);
    }

    /**
     * Sets a variable where it is defined already, else in the innermost scope; answers to {@code set_upward}.
     *
     * @param name its name
     * @param value its value
     */
    public void putUpward(String name, @Nullable Object value) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(name)) {
                values[i] = value;
                return;
            }
        }
        if (base.containsKey(name)) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(base);
            copy.put(name, value);
            base = copy;
        } else {
            put(name, value);
        }
    }

    /**
     * Opens a scope.
     *
     * @return the mark to give to {@link #pop}
     */
    public long push() {
        long mark = (long) frame << 32 | size;
        frame = size;
        return mark;
    }

    /**
     * Closes the scope, and any opened inside it.
     *
     * @param mark what {@link #push} returned
     */
    public void pop(long mark) {
        int to = (int) mark;
        for (int i = to; i < size; i++) {
            values[i] = null;
        }
        size = to;
        frame = (int) (mark >>> 32);
    }

    /**
     * All variables as one map.
     *
     * @return inner ones win; with True, False and None
     */
    public Map<String, @Nullable Object> flatten() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("True", true);
        all.put("False", false);
        all.put("None", null);
        all.putAll(processed);
        all.putAll(base);
        for (int i = 0; i < size; i++) {
            all.put(names[i], values[i]);
        }
        return all;
    }

    /**
     * The scopes from outside to inside, for messages and {@code {% debug %}}.
     *
     * @return maps of names and values
     */
    public List<Map<String, @Nullable Object>> scopes() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        Map<String, @Nullable Object> constants = new LinkedHashMap<>();
        constants.put("True", true);
        constants.put("False", false);
        constants.put("None", null);
        all.add(constants);
        if (!processed.isEmpty()) {
            all.add(new LinkedHashMap<>(processed));
        }
        all.add(new LinkedHashMap<>(base));
        if (size > 0) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                inner.put(names[i], values[i]);
            }
            all.add(inner);
        }
        return all;
    }

    /** Whether variables are escaped now. */
    public boolean autoescape() {
        return autoescape;
    }

    /**
     * Switches escaping.
     *
     * @param on the new state
     * @return the state before, to restore
     */
    public boolean autoescape(boolean on) {
        boolean before = autoescape;
        autoescape = on;
        return before;
    }

    /**
     * Whether aware times are converted to the current time zone.
     *
     * @return null for the engine's setting
     */
    public @Nullable Boolean useTz() {
        return useTz;
    }

    /**
     * Sets whether aware times are converted.
     *
     * @param on null for the engine's setting
     * @return this
     */
    public Context useTz(@Nullable Boolean on) {
        useTz = on;
        return this;
    }

    /**
     * Whether values are printed in the language's formats.
     *
     * @return null means yes
     */
    public @Nullable Boolean useL10n() {
        return useL10n;
    }

    /**
     * Sets whether values are printed in the language's formats.
     *
     * @param on null means yes
     * @return this
     */
    public Context useL10n(@Nullable Boolean on) {
        useL10n = on;
        return this;
    }

    /**
     * The language of this render.
     *
     * @return a code, or null when translation is off
     */
    public @Nullable String language() {
        return locale.language();
    }

    /**
     * Changes the language from here on.
     *
     * @param language a code, or null for none
     */
    public void language(@Nullable String language) {
        locale = new Locale(language, locale.zone(), null);
    }

    /**
     * The time zone of this render.
     *
     * @return the zone
     */
    public ZoneId zone() {
        ZoneId zone = locale.zone();
        return zone == null ? engine().zone() : zone;
    }

    /**
     * Changes the time zone from here on.
     *
     * @param zone the zone
     */
    public void zone(ZoneId zone) {
        locale = new Locale(locale.language(), zone, locale.formats());
    }

    /**
     * The formats of the language of this render.
     *
     * @return separators, grouping and date formats
     */
    public Formats formats() {
        Formats formats = locale.formats();
        if (formats == null) {
            formats = engine().formats(locale.language());
            locale = new Locale(locale.language(), locale.zone(), formats);
        }
        return formats;
    }

    /**
     * The engine that renders.
     *
     * @return the engine of the outermost template
     */
    public Engine engine() {
        Template outer = template;
        if (outer == null) {
            throw new IllegalStateException("This context is not rendering; use it inside Template.render.");
        }
        return outer.engine();
    }

    /**
     * How values behave in the engine that renders; for the engine's own tags and filters, no API.
     *
     * @return an internal object
     */
    public Values values() {
        Values found = engineValues;
        if (found == null) {
            found = engine().values();
            engineValues = found;
        }
        return found;
    }

    /**
     * The outermost template of this render.
     *
     * @return null before the render starts
     */
    public @Nullable Template template() {
        return template;
    }

    /**
     * State of a node during this render of its template, made at first use. Answers to Django's
     * {@code render_context}.
     *
     * @param key mostly the node itself
     * @param make makes the first state
     * @param <K> the key's type
     * @param <S> the state's type
     * @return the state
     */
    @SuppressWarnings("unchecked")
    public <K, S extends Object> S state(K key, Function<? super K, ? extends S> make) {
        Map<Object, Object> top = state.top();
        Object found = top.get(key);
        if (found == null) {
            found = make.apply(key);
            top.put(key, found);
        }
        return (S) found;
    }

    /**
     * State that lasts for the whole render, across the templates it puts together.
     *
     * @param key mostly the node itself
     * @param make makes the first state
     * @param <K> the key's type
     * @param <S> the state's type
     * @return the state
     */
    @SuppressWarnings("unchecked")
    public <K, S> S wholeState(K key, Function<? super K, ? extends S> make) {
        return (S) state.whole().computeIfAbsent(key, k -> make.apply((K) k));
    }

    /**
     * State of a node if there is any.
     *
     * @param key mostly the node itself
     * @return null if none was made
     */
    public @Nullable Object stateOrNull(Object key) {
        return state.top().get(key);
    }

    /**
     * The data behind a lazy collection, loaded once per render; other values as they are.
     *
     * @param value any value
     * @return see {@link ValueAdapter#evaluate}
     */
    public @Nullable Object evaluated(@Nullable Object value) {
        if (value == null || value instanceof String || !engine().hasEvaluating(value.getClass())) {
            return value;
        }
        return state.evaluated(value, engine());
    }

    RenderState renderState() {
        return state;
    }

    void begin(Template first) {
        template = first;
        autoescape = first.engine().autoescape();
        Engine engine = first.engine();
        locale = new Locale(engine.currentLanguage(), engine.currentZone(), null);
        Map<String, @Nullable Object> added = new HashMap<>();
        if (request != null) {
            for (ContextProcessor processor : engine.contextProcessors()) {
                added.putAll(processor.process(request));
            }
        }
        processed = added;
    }
}
