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

    private Map<String, ? extends @Nullable Object> base;
    private Map<String, ? extends @Nullable Object> processed = Map.of();
    private final Scopes scopes = new Scopes();
    private final RenderState state;
    private final @Nullable Object request;
    private boolean autoescape = true;
    private @Nullable Template template;
    private @Nullable Values engineValues;
    private @Nullable Boolean useTz;
    private @Nullable Boolean useL10n;
    private @Nullable String language;
    private @Nullable ZoneId zone;
    private @Nullable Formats formats;

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
        copy.engineValues = engineValues;
        copy.useTz = useTz;
        copy.useL10n = useL10n;
        copy.language = language;
        copy.zone = zone;
        copy.formats = formats;
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
        int place = scopes.find(name);
        return place >= 0 ? scopes.get(place) : outer(name);
    }

    /** A variable that no tag has set. */
    private @Nullable Object outer(String name) {
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
        scopes.put(name, value);
    }

    /**
     * Sets a variable in the innermost scope, for tags that set it again and again: {@link #set} then needs no search.
     *
     * @param name its name
     * @param value its first value
     * @return its place, good until the scope is closed
     */
    public int declare(String name, @Nullable Object value) {
        return scopes.put(name, value);
    }

    /**
     * Gives a variable another value.
     *
     * @param place what {@link #declare} returned
     * @param value its value
     */
    public void set(int place, @Nullable Object value) {
        scopes.set(place, value);
    }

    /**
     * The value of a variable.
     *
     * @param place what {@link #declare} returned
     * @return its value now
     */
    public @Nullable Object value(int place) {
        return scopes.get(place);
    }

    /**
     * Notes in a failure at which node it happened; for the engine's own executors, no API.
     *
     * @param e what went wrong
     * @param node the node whose work failed
     */
    public void located(RuntimeException e, Node node) {
        Failures.locate(e, node, this);
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
        int place = scopes.find(name);
        if (place >= 0) {
            scopes.set(place, value);
        } else if (base.containsKey(name)) {
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
     * @return the mark to give to {@link #pop}; its lower half is the place of the first variable that will be set
     */
    public long push() {
        return scopes.push();
    }

    /**
     * Closes the scope, and any opened inside it.
     *
     * @param mark what {@link #push} returned
     */
    public void pop(long mark) {
        scopes.pop(mark);
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
        scopes.copyTo(all);
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
        if (!scopes.isEmpty()) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>();
            scopes.copyTo(inner);
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
        return language;
    }

    /**
     * Changes the language from here on.
     *
     * @param language a code, or null for none
     */
    public void language(@Nullable String language) {
        this.language = language;
        formats = null;
    }

    /**
     * The time zone of this render.
     *
     * @return the zone
     */
    public ZoneId zone() {
        ZoneId chosen = zone;
        return chosen == null ? engine().zone() : chosen;
    }

    /**
     * Changes the time zone from here on.
     *
     * @param zone the zone
     */
    public void zone(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The formats of the language of this render.
     *
     * @return separators, grouping and date formats
     */
    public Formats formats() {
        Formats known = formats;
        if (known == null) {
            known = engine().formats(language);
            formats = known;
        }
        return known;
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
        Object found = state.get(key);
        if (found == null) {
            found = make.apply(key);
            state.add(key, found);
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
        return (S) state.whole(key, make);
    }

    /**
     * State of a node if there is any.
     *
     * @param key mostly the node itself
     * @return null if none was made
     */
    public @Nullable Object stateOrNull(Object key) {
        return state.get(key);
    }

    /**
     * The data behind a lazy collection, loaded once per render; other values as they are.
     *
     * @param value any value
     * @return see {@link ValueAdapter#evaluate}
     */
    public @Nullable Object evaluated(@Nullable Object value) {
        if (value == null || value instanceof String || !values().mayEvaluate(value.getClass())) {
            return value;
        }
        return state.evaluated(value, engine());
    }

    RenderState renderState() {
        return state;
    }

    void begin(Template first) {
        template = first;
        Engine engine = first.engine();
        engineValues = engine.values();
        autoescape = engine.autoescape();
        language = engine.currentLanguage();
        zone = engine.currentZone();
        if (request != null && !engine.contextProcessors().isEmpty()) {
            Map<String, @Nullable Object> added = new HashMap<>();
            for (ContextProcessor processor : engine.contextProcessors()) {
                added.putAll(processor.process(request));
            }
            processed = added;
        }
    }
}
