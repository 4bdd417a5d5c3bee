package quintet.conform.templates;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Kind;
import quintet.core.FormatSettings;
import quintet.core.TimeZones;
import quintet.core.Translations;
import quintet.http.QueryDict;
import quintet.http.UrlConf;
import quintet.templates.Context;
import quintet.templates.Engine;
import quintet.templates.EngineBuilder;
import quintet.templates.EvaluationError;
import quintet.templates.Executor;
import quintet.templates.FragmentCache;
import quintet.templates.Library;
import quintet.templates.Loader;
import quintet.templates.RequestSupport;
import quintet.templates.StaticUrls;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.UrlReverser.NoReverseMatch;
import quintet.templates.ValueAdapter;
import quintet.templates.VariableDoesNotExist;

/** Templates with their contexts: the output, or the error. */
public final class TemplatesKind implements Kind {
    private static final Set<String> WORDED = Set.of("TemplateSyntaxError", "TemplateDoesNotExist", "NoReverseMatch");

    private static final String COMPILED = "compiled";

    private final boolean compiled;

    /** Cases answered by the interpreter. */
    public TemplatesKind() {
        this(false);
    }

    private TemplatesKind(boolean compiled) {
        this.compiled = compiled;
    }

    @Override
    public List<String> variants() {
        return List.of(COMPILED);
    }

    @Override
    public Kind variant(String name) {
        return name.equals(COMPILED) ? new TemplatesKind(true) : Kind.super.variant(name);
    }

    @Override
    public List<String> files() {
        return List.of("templates/given.jsonl", "templates/custom.jsonl", "templates/i18n.jsonl");
    }

    @Override
    public Set<String> recorded(Map<String, @Nullable Object> testCase) {
        return Set.of("expect", "at");
    }

    @Override
    public boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        Map<?, ?> wanted = map(recorded.get("expect"));
        Map<?, ?> given = map(answer.get("expect"));
        if (wanted.containsKey("output")) {
            return Objects.equals(wanted.get("output"), given.get("output"));
        }
        String error = String.valueOf(wanted.get("error"));
        return error.equals(given.get("error"))
                && Objects.equals(recorded.get("at"), answer.get("at"))
                && (!WORDED.contains(error) || Objects.equals(wanted.get("message"), given.get("message")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    @Override
    public Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) {
        return new Case(stripped, compiled).answer();
    }

    /** One case. */
    private static final class Case {
        private static final int MOST = 1000;

        private final Map<String, @Nullable Object> data;
        private final Map<?, ?> settings;
        private final Map<?, ?> options;
        private final boolean compiled;
        private FragmentCache cache = FragmentCache.inMemory(MOST);
        private String at = "parse";

        Case(Map<String, @Nullable Object> data, boolean compiled) {
            this.compiled = compiled;
            this.data = data;
            this.settings = map(data.get("settings"));
            this.options = map(data.get("engine"));
        }

        Map<String, @Nullable Object> answer() {
            Map<String, @Nullable Object> expect = new LinkedHashMap<>();
            try {
                expect.put("output", inLanguage());
            } catch (RuntimeException e) {
                expect.put("error", name(e));
                expect.put("message", e.getMessage());
            }
            Map<String, @Nullable Object> out = new LinkedHashMap<>();
            out.put("expect", expect);
            out.put("at", at);
            return out;
        }

        private static String name(RuntimeException e) {
            return switch (e) {
                case EvaluationError own -> own.kind().pythonName();
                case PythonObjects.PythonError own -> own.type();
                case TemplateSyntaxError own -> "TemplateSyntaxError";
                case TemplateDoesNotExist own -> "TemplateDoesNotExist";
                case VariableDoesNotExist own -> "VariableDoesNotExist";
                case NoReverseMatch own -> "NoReverseMatch";
                default -> e.getClass().getName();
            };
        }

        private String inLanguage() {
            String zone = (String) settings.get("active_timezone");
            return zone == null ? translated() : TimeZones.withZone(Decoder.zone(zone), this::translated);
        }

        private String translated() {
            return settings.containsKey("active_language")
                    ? Translations.withLanguage((String) settings.get("active_language"), this::render)
                    : render();
        }

        private String render() {
            Engine engine = engine();
            Object entry = data.get("entry");
            Template template = entry instanceof String name
                    ? engine.get(name)
                    : engine.from(String.valueOf(map(entry).get("inline")));
            if (compiled) {
                compile(engine, template);
            }
            return render(engine, template);
        }

        /** Renders once in the interpreter, which learns the classes of the values; then the code is made. */
        private void compile(Engine engine, Template template) {
            try {
                render(engine, template);
            } catch (RuntimeException e) {
                // the second render fails in the same way, and its failure is the answer
            }
            at = "parse";
            cache = FragmentCache.inMemory(MOST);
        }

        private String render(Engine engine, Template template) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            Object decoded = new Decoder(engine::from).decode(data.get("context"));
            map(decoded).forEach((key, value) -> values.put(String.valueOf(key), value));
            at = "render";
            Context context = data.get("request") instanceof Map<?, ?> request
                    ? Context.of(values, Decoder.request(strings(request)))
                    : Context.of(values);
            context.useTz((Boolean) settings.get("context_use_tz"));
            context.useL10n((Boolean) settings.get("context_use_l10n"));
            return template.render(context);
        }

        private static Map<String, @Nullable Object> strings(Map<?, ?> map) {
            Map<String, @Nullable Object> out = new LinkedHashMap<>();
            map.forEach((key, value) -> out.put(String.valueOf(key), value));
            return out;
        }

        private Engine engine() {
            Map<String, String> templates = new HashMap<>();
            map(data.get("templates")).forEach((name, source) -> templates.put((String) name, (String) source));
            EngineBuilder builder = Engine.builder()
                    .loader(Loader.memory(templates))
                    .stringIfInvalid(String.valueOf(options.get("string_if_invalid")))
                    .autoescape(!Boolean.FALSE.equals(options.get("autoescape")))
                    .debug(false)
                    .executor(compiled ? Executor.COMPILER : Executor.INTERPRETER)
                    .cached(!Boolean.FALSE.equals(options.get("cached_loader")))
                    .useTz(Boolean.TRUE.equals(settings.get("USE_TZ")))
                    .useI18n(!Boolean.FALSE.equals(settings.get("USE_I18N")))
                    .language(text("LANGUAGE_CODE", "en"))
                    .zone(ZoneId.of(text("TIME_ZONE", "America/Chicago")))
                    .formats(formats())
                    .staticUrls(StaticUrls.prefixes(text("STATIC_URL", "/static/"), text("MEDIA_URL", "/media/")))
                    .requests(REQUESTS)
                    .caches(caches())
                    .standardLibraries(false);
            adapters(builder);
            for (Object each : list(options.get("libraries"))) {
                String name = each instanceof Map<?, ?> m ? String.valueOf(m.get("name")) : String.valueOf(each);
                library(builder, each, name);
            }
            for (Object each : list(options.get("builtins"))) {
                Library found = find(each);
                if (found != null) {
                    builder.builtin(found);
                }
            }
            for (Object processor : list(options.get("context_processors"))) {
                if (String.valueOf(processor).endsWith(".request")) {
                    builder.contextProcessor(r -> Map.of("request", r));
                } else {
                    builder.contextProcessor(r -> Map.of("processors", "yes"));
                }
            }
            if (settings.get("ROOT_URLCONF") instanceof List<?> urls) {
                UrlConf conf = UrlData.conf(urls);
                builder.urls((name, args, kwargs, context) -> UrlData.reverse(conf, name, args, kwargs, context));
            } else {
                UrlConf conf = UrlConf.of(List.of());
                builder.urls((name, args, kwargs, context) -> UrlData.reverse(conf, name, args, kwargs, context));
            }
            return builder.build();
        }

        private static void library(EngineBuilder builder, Object spec, String name) {
            Library found = find(spec);
            if (found != null) {
                builder.library(name, found);
            }
        }

        private static @Nullable Library find(Object spec) {
            if (spec instanceof Map<?, ?> m) {
                return CustomLibraries.byModule(String.valueOf(m.get("module")));
            }
            return Engine.standardLibrary(String.valueOf(spec));
        }

        private static void adapters(EngineBuilder builder) {
            builder.adapter(PythonObjects.Thing.class, PythonObjects.THING)
                    .adapter(PythonObjects.Function.class, PythonObjects.FUNCTION)
                    .adapter(PythonObjects.Raises.class, PythonObjects.RAISES)
                    .adapter(PythonObjects.DefaultDict.class, PythonObjects.DEFAULT_DICT)
                    .adapter(PythonObjects.Range.class, PythonObjects.RANGE)
                    .adapter(PythonObjects.Iterated.class, PythonObjects.ITERATED)
                    .adapter(QueryDict.class, QUERY_DICT)
                    .adapter(Decoder.Request.class, REQUEST);
        }

        private static List<Object> list(@Nullable Object value) {
            List<Object> out = new ArrayList<>();
            if (value instanceof List<?> all) {
                all.forEach(out::add);
            }
            return out;
        }

        private String text(String name, String otherwise) {
            return settings.get(name) instanceof String s ? s : otherwise;
        }

        private FormatSettings formats() {
            FormatSettings out = FormatSettings.DEFAULT.useThousandSeparator(
                    Boolean.TRUE.equals(settings.get("USE_THOUSAND_SEPARATOR")));
            if (settings.get("NUMBER_GROUPING") instanceof Number n) {
                out = out.numberGrouping(n.intValue());
            }
            for (String name : List.of(
                    "DATE_FORMAT",
                    "DATETIME_FORMAT",
                    "TIME_FORMAT",
                    "DECIMAL_SEPARATOR",
                    "THOUSAND_SEPARATOR",
                    "SHORT_DATE_FORMAT",
                    "SHORT_DATETIME_FORMAT",
                    "YEAR_MONTH_FORMAT",
                    "MONTH_DAY_FORMAT")) {
                if (settings.get(name) instanceof String s) {
                    out = out.with(name, s);
                }
            }
            return out;
        }

        private FragmentCache.Caches caches() {
            return name -> name == null || name.equals("default") ? cache : null;
        }
    }

    private static final RequestSupport REQUESTS = new RequestSupport() {
        @Override
        public @Nullable Map<String, ? extends List<?>> query(Object request) {
            QueryDict query =
                    request instanceof Decoder.Request r ? r.query() : request instanceof QueryDict q ? q : null;
            return query == null ? null : query.lists();
        }
    };

    private static final ValueAdapter<QueryDict> QUERY_DICT = new ValueAdapter<>() {
        @Override
        public @Nullable Object item(QueryDict value, String name) {
            return value.contains(name) ? value.get(name) : MISSING;
        }
    };

    private static final ValueAdapter<Decoder.Request> REQUEST = new ValueAdapter<>() {
        @Override
        public @Nullable Object attribute(Decoder.Request value, String name) {
            return switch (name) {
                case "GET" -> value.query();
                case "path" -> value.path();
                default -> MISSING;
            };
        }
    };
}
