package quintet.dev.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;
import quintet.dev.internal.trace.UserCode;
import quintet.http.ContentSecurityPolicyMiddleware;
import quintet.http.Csp;
import quintet.http.Request;
import quintet.http.Response;
import quintet.templates.Engine;
import quintet.templates.Loader;

/**
 * Makes the pages: with an engine of its own, so that nothing a project does to its templates can hide an error, and with
 * style and script in the page, allowed by a nonce, so that they work whatever the site's policy is.
 */
public final class Renderer {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");
    private static final String FOLDER = "quintet/dev/pages";

    private final Site site;
    private final Engine engine;
    private final Editor editor;
    private final Guard guard;
    private final UserCode code;
    private final String style;
    private final String script;

    /** For this site. */
    public Renderer(Site site) {
        this.site = site;
        this.engine = Engine.builder()
                .loader(Loader.resources(Renderer.class.getClassLoader(), FOLDER))
                .debug(false)
                .cached(true)
                .build();
        this.editor = Editor.of(site);
        this.guard = new Guard(site);
        this.code = new UserCode(site);
        this.style = resource("dev.css");
        this.script = resource("dev.js");
    }

    private static String resource(String name) {
        try (InputStream in = Renderer.class.getClassLoader().getResourceAsStream(FOLDER + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + FOLDER + "/" + name + " is missing from quintet-dev.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The site. */
    public Site site() {
        return site;
    }

    /** Who may use what. */
    public Guard guard() {
        return guard;
    }

    /** The developer's editor. */
    public Editor editor() {
        return editor;
    }

    /** The project's code. */
    public UserCode code() {
        return code;
    }

    Frames frames() {
        return new Frames(code, new Sources(code), editor);
    }

    /** Whether a client wants a page: browsers name HTML, tools take what comes and are better served with text. */
    static boolean wantsHtml(Request request) {
        String accept = request.headers().joined("Accept", ", ");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** A page. */
    public Response page(
            Request request, int status, String template, Map<String, ? extends @Nullable Object> context) {
        String nonce = ContentSecurityPolicyMiddleware.nonce(request);
        Map<String, @Nullable Object> all = new HashMap<>(context);
        all.put("nonce", nonce);
        all.put("style", style);
        all.put("script", script);
        all.put("local", guard.isLocal(request));
        all.put("token", guard.token());
        all.put("status", status);
        all.put("path", request.path());
        byte[] html = engine.get(template).renderBytes(quintet.templates.Context.of(all));
        return secured(Response.ok(html).status(status)).header(Csp.HEADER, policy(nonce));
    }

    /** What may happen on these pages: their own style and script, the script that loads a page again, their forms. */
    private static String policy(String nonce) {
        return "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'self' 'nonce-" + nonce
                + "'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** Plain text. */
    static Response text(int status, String text) {
        return secured(Response.text(text.endsWith("\n") ? text : text + "\n").status(status));
    }

    private static Response secured(Response response) {
        return response.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    }

    /** Makes a page; when that fails, text with both errors. */
    public Response orFallback(Request request, int status, @Nullable Throwable error, Maker maker) {
        try {
            return maker.make();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            LOG.error("The page for an error of {} could not be made", request, failure);
            return text(status, TextReport.fallback(error, failure));
        }
    }

    /** Makes a response. */
    public interface Maker {
        /** Makes it. */
        Response make();
    }
}
