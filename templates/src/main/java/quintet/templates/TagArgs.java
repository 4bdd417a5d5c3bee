package quintet.templates;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.values.Values;

/** What a simple tag was called with. */
public final class TagArgs {
    private final Context context;
    private final Map<String, @Nullable Object> values;
    private final List<@Nullable Object> rest;
    private final Map<String, @Nullable Object> others;
    private final @Nullable SafeString content;

    TagArgs(
            Context context,
            Map<String, @Nullable Object> values,
            List<@Nullable Object> rest,
            Map<String, @Nullable Object> others,
            @Nullable SafeString content) {
        this.context = context;
        this.values = values;
        this.rest = Collections.unmodifiableList(rest);
        this.others = Collections.unmodifiableMap(others);
        this.content = content;
    }

    /** The render. */
    public Context context() {
        return context;
    }

    /**
     * An argument by its parameter's name.
     *
     * @param name a name given to {@link Params}
     * @return the value, null for None
     */
    public @Nullable Object get(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                    "The tag has no parameter '" + name + "'; it has " + values.keySet() + ".");
        }
        return values.get(name);
    }

    /**
     * An argument as text.
     *
     * @param name a name given to {@link Params}
     * @return the value as a template prints it, without escaping
     */
    public String text(String name) {
        return Values.text(get(name), context).toString();
    }

    /** Positional arguments beyond the named parameters. */
    public List<@Nullable Object> rest() {
        return rest;
    }

    /** Named arguments that are no parameters. */
    public Map<String, @Nullable Object> others() {
        return others;
    }

    /**
     * What stands between a block tag and its end tag, rendered.
     *
     * @return empty for a tag without block
     */
    public SafeString content() {
        return content == null ? SafeString.EMPTY : content;
    }
}
