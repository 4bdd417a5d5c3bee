package quintet.views;

import java.net.InetAddress;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.LazyText;
import quintet.core.Site;
import quintet.core.TimeZones;
import quintet.core.Translations;
import quintet.http.Csrf;
import quintet.http.Request;
import quintet.sessions.Messages;
import quintet.templates.ContextProcessor;
import quintet.templates.Engine;

/** Variables that templates may have on each page, for {@link TemplateSettings#contextProcessor}. */
public final class ContextProcessors {
    /** {@code csrf_token}, made when a template prints it. Always there, it need not be added. */
    public static final ContextProcessor CSRF =
            of(request -> Map.of("csrf_token", new LazyText(() -> Csrf.token(request))));

    /** {@code debug}: true in debug mode for visitors from this machine. */
    public static final ContextProcessor DEBUG = of(ContextProcessors::debug);

    /** {@code request}. */
    public static final ContextProcessor REQUEST = of(request -> Map.of("request", request));

    /** {@code user}: who sends the request. */
    public static final ContextProcessor USER = of(request -> Map.of("user", Identity.of(request)));

    /** {@code messages} for the visitor, and {@code DEFAULT_MESSAGE_LEVELS}. */
    public static final ContextProcessor MESSAGES = of(ContextProcessors::messages);

    /** {@code STATIC_URL}. */
    public static final ContextProcessor STATIC =
            of(request -> Map.of("STATIC_URL", engine(request).staticUrls().staticPrefix()));

    /** {@code MEDIA_URL}. */
    public static final ContextProcessor MEDIA =
            of(request -> Map.of("MEDIA_URL", engine(request).staticUrls().mediaPrefix()));

    /** {@code LANGUAGES}, {@code LANGUAGE_CODE} and {@code LANGUAGE_BIDI}. */
    public static final ContextProcessor I18N = of(ContextProcessors::i18n);

    /** {@code TIME_ZONE}, the name of the one in use. */
    public static final ContextProcessor TZ =
            of(request -> Map.of("TIME_ZONE", zone(request).getId()));

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ckb", "fa", "he", "ug", "ur");

    private static final Map<String, Integer> LEVELS = Map.of(
            "DEBUG", Messages.DEBUG,
            "INFO", Messages.INFO,
            "SUCCESS", Messages.SUCCESS,
            "WARNING", Messages.WARNING,
            "ERROR", Messages.ERROR);

    private ContextProcessors() {}

    /** A processor that takes a {@link Request}. */
    public interface OfRequest {
        /** Makes the variables. */
        Map<String, ? extends @Nullable Object> process(Request request);
    }

    /** A context processor of your own: {@code ContextProcessors.of(request -> Map.of("shop", "Quartet"))}. */
    public static ContextProcessor of(OfRequest processor) {
        return request -> request instanceof Request ours ? processor.process(ours) : Map.of();
    }

    private static Map<String, Object> debug(Request request) {
        InetAddress from = request.remote().getAddress();
        boolean here = from != null && from.isLoopbackAddress();
        return request.site().settings().debug() && here ? Map.of("debug", true) : Map.of();
    }

    private static Map<String, Object> messages(Request request) {
        Messages messages = Messages.find(request);
        return Map.of("messages", messages == null ? List.of() : messages, "DEFAULT_MESSAGE_LEVELS", LEVELS);
    }

    private static Map<String, @Nullable Object> i18n(Request request) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put(
                "LANGUAGES",
                engine(request).languages().entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList());
        String chosen = Translations.language();
        String code = chosen == null ? request.site().settings().language() : chosen;
        variables.put("LANGUAGE_CODE", code);
        variables.put("LANGUAGE_BIDI", RIGHT_TO_LEFT.contains(code.split("-")[0]));
        return variables;
    }

    private static ZoneId zone(Request request) {
        ZoneId chosen = TimeZones.chosen();
        return chosen == null ? request.site().settings().timeZone() : chosen;
    }

    private static Engine engine(Request request) {
        Site site = request.site();
        return site.service(Engine.class);
    }
}
