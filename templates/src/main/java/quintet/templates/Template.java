package quintet.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.Standard;

/** A compiled template: immutable, shared by all threads. Made by {@link Engine#get} or {@link Engine#from}. */
public final class Template {
    private final Engine engine;
    private final Origin origin;
    private final String source;
    private final Map<String, Object> extra = new HashMap<>();
    private NodeList nodes = NodeList.EMPTY;
    private volatile int expected = 512;

    private Template(Engine engine, Origin origin, String source) {
        this.engine = engine;
        this.origin = origin;
        this.source = source;
    }

    static Template compile(Engine engine, Origin origin, String source) {
        Template template = new Template(engine, origin, source);
        try {
            template.nodes = Parser.parseAll(engine, template, template.extra);
        } catch (TemplateSyntaxError e) {
            String name = origin.templateName();
            if (name != null) {
                e.in(name);
            }
            throw e;
        }
        return template;
    }

    /**
     * A part defined with {@code {% partialdef name %}}, as a template of its own.
     *
     * @param name the partial's name
     * @return null if the template defines none of that name
     */
    public @Nullable Template partial(String name) {
        NodeList content = Standard.partial(this, name);
        return content == null ? null : part(this, name, content);
    }

    /** A template over nodes that belong to another one: a partial. */
    static Template part(Template of, String name, NodeList nodes) {
        Template part = new Template(of.engine, new Origin(of.origin.name(), name), of.source);
        part.nodes = nodes;
        return part;
    }

    /**
     * The engine that compiled it.
     *
     * @return the engine
     */
    public Engine engine() {
        return engine;
    }

    /**
     * Where it came from.
     *
     * @return the origin
     */
    public Origin origin() {
        return origin;
    }

    /**
     * The name it was loaded by.
     *
     * @return null for a template made from a text
     */
    public @Nullable String name() {
        return origin.templateName();
    }

    /**
     * The text it was compiled from.
     *
     * @return the whole source
     */
    public String source() {
        return source;
    }

    /**
     * The content.
     *
     * @return the top-level nodes
     */
    public NodeList nodes() {
        return nodes;
    }

    /**
     * Data that tags attached while parsing; answers to {@code Parser.extra_data}.
     *
     * @return unmodifiable
     */
    public Map<String, Object> extraData() {
        return Collections.unmodifiableMap(extra);
    }

    /**
     * Renders to a string.
     *
     * @param values the variables
     * @return the output
     */
    public String render(Map<String, ? extends @Nullable Object> values) {
        return render(Context.of(values));
    }

    /**
     * Renders to a string; inside another render (from a custom tag) the template gets a render state of its own.
     *
     * @param context the variables
     * @return the output
     */
    public String render(Context context) {
        return output(context).toString();
    }

    /**
     * Renders to UTF-8 bytes.
     *
     * @param context the variables
     * @return the output
     */
    public byte[] renderBytes(Context context) {
        return output(context).toBytes();
    }

    /**
     * Renders to a stream as UTF-8. The stream sees nothing if the render fails.
     *
     * @param context the variables
     * @param out the stream; it stays open
     * @throws IOException from the stream
     */
    public void renderTo(Context context, OutputStream out) throws IOException {
        output(context).writeTo(out);
    }

    /**
     * Renders to an output of its own, whose bytes can be sent without a copy: {@link Output#array}.
     *
     * @param context the variables
     * @return the output
     */
    public Output output(Context context) {
        Output out = new Output(expected + (expected >> 3), engine.maxOutput());
        render(context, out);
        if (out.size() > expected) {
            expected = out.size();
        }
        return out;
    }

    /**
     * Renders into an output, for tags that render other templates.
     *
     * @param context the variables
     * @param out takes the output
     */
    public void render(Context context, Output out) {
        if (context.template() == null) {
            context.begin(this);
        }
        RenderState state = context.renderState();
        state.push(engine.maxDepth(), this);
        try {
            tell(context);
            nodes.render(context, out);
        } catch (StackOverflowError e) {
            throw new TemplateException(
                    "The template " + origin + " is nested too deeply to render. Flatten it or split it up.", e);
        } finally {
            state.pop();
        }
    }

    /**
     * Renders as a part of the template that runs now, with its render state; what {@code {% extends %}} does with
     * the parent.
     *
     * @param context the variables
     * @param out takes the output
     */
    public void renderWithin(Context context, Output out) {
        RenderState state = context.renderState();
        state.enter(engine.maxDepth(), this);
        try {
            tell(context);
            nodes.render(context, out);
        } finally {
            state.leave();
        }
    }

    private void tell(Context context) {
        RenderListener listener = engine.listener();
        if (listener != null) {
            listener.rendering(this, context);
        }
    }

    SourceExtract extract(Token token) {
        return SourceExtract.of(origin, source, token.line(), token.source());
    }

    @Override
    public String toString() {
        return "Template " + origin;
    }
}
