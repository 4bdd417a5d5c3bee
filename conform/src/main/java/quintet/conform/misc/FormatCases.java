package quintet.conform.misc;

import static quintet.conform.misc.Answers.answer;
import static quintet.conform.misc.Answers.list;
import static quintet.conform.misc.Answers.map;
import static quintet.conform.misc.Answers.number;
import static quintet.conform.misc.Answers.result;
import static quintet.conform.misc.Answers.text;
import static quintet.conform.misc.Answers.value;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.core.FormatSettings;
import quintet.core.Formats;
import quintet.core.Json;
import quintet.core.NumberText;
import quintet.core.Translations;
import quintet.fields.IsoTimes;
import quintet.fields.TimeFormat;
import quintet.templates.Engine;
import quintet.templates.EngineBuilder;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Params;
import quintet.templates.Text;

/** Cases about numbers, dates and times as text. */
final class FormatCases {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Set<String> LOCALIZED = Set.of("language", "value");

    private FormatCases() {}

    static void addTo(MiscKind kind) {
        kind.add(
                "dateformat",
                Set.of("value", "format", "time_zone"),
                line -> answer(
                        "result",
                        DateText.format(
                                Objects.requireNonNull(value(line, "value")),
                                text(line, "format"),
                                null,
                                ZoneId.of(text(line, "time_zone")))));
        kind.add(
                "date_format_localized",
                Set.of("language", "format", "value"),
                line -> answer(
                        "result",
                        formats(line, false)
                                .date(
                                        (Temporal) Objects.requireNonNull(value(line, "value")),
                                        text(line, "format"),
                                        UTC)));
        kind.add(
                "localize",
                LOCALIZED,
                line -> answer(
                        "result",
                        formats(line, false).localize(value(line, "value"), UTC),
                        "input_localized",
                        answer("result", input(formats(line, false), value(line, "value")))));
        kind.add(
                "localize_thousand",
                LOCALIZED,
                line -> answer("result", formats(line, true).localize(value(line, "value"), UTC)));
        kind.add(
                "sanitize_separators",
                LOCALIZED,
                line -> answer("result", formats(line, false).sanitize(text(line, "value"))));
        kind.add("number_format", Set.of("value", "kwargs"), FormatCases::numberFormat);
        kind.add("format_table", Set.of("language"), FormatCases::table);
        kind.add("humanize", Set.of("filter", "language", "use_l10n", "value", "now"), FormatCases::humanize);
        kind.add(
                "filesizeformat",
                LOCALIZED,
                line -> answer("result", filter(line, Engine.builder(), "filesizeformat", null)));
        kind.add("timesince", Set.of("language", "start", "now", "depth"), FormatCases::timeSince);
        kind.add("dateparse", Set.of("input"), FormatCases::parse);
        kind.add("duration_string", Set.of("microseconds"), FormatCases::duration);
    }

    private static Formats formats(Map<String, @Nullable Object> line, boolean grouped) {
        return Formats.of(FormatSettings.DEFAULT.useThousandSeparator(grouped), text(line, "language"));
    }

    /** The value as a form field shows it. */
    private static @Nullable Object input(Formats formats, @Nullable Object value) {
        return switch (value) {
            case LocalDate d -> input(formats, "DATE_INPUT_FORMATS", d.atStartOfDay());
            case LocalTime t -> input(formats, "TIME_INPUT_FORMATS", t.atDate(LocalDate.of(1900, 1, 1)));
            case LocalDateTime t -> input(formats, "DATETIME_INPUT_FORMATS", t);
            case null, default -> formats.localize(value, UTC);
        };
    }

    private static String input(Formats formats, String name, LocalDateTime moment) {
        return TimeFormat.of(formats.inputFormats(name).getFirst()).format(moment);
    }

    private static Map<String, @Nullable Object> numberFormat(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> options = map(line.get("kwargs"));
        boolean grouped = Boolean.TRUE.equals(options.get("force_grouping"));
        return answer(
                "result",
                NumberText.format(
                        Objects.requireNonNull(value(line, "value")),
                        options.get("decimal_pos") instanceof Number n ? n.intValue() : null,
                        text(options, "decimal_sep"),
                        grouped ? text(options, "thousand_sep") : "",
                        grouped ? grouping(options.get("grouping")) : new int[0]));
    }

    private static int[] grouping(@Nullable Object given) {
        return (given instanceof List<?> ? list(given) : List.of(Objects.requireNonNull(given)))
                .stream().mapToInt(n -> ((Number) n).intValue()).toArray();
    }

    private static Map<String, @Nullable Object> table(Map<String, @Nullable Object> line) {
        Formats formats = formats(line, false);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (String name : List.of(
                "DATE_FORMAT",
                "DATETIME_FORMAT",
                "TIME_FORMAT",
                "YEAR_MONTH_FORMAT",
                "MONTH_DAY_FORMAT",
                "SHORT_DATE_FORMAT",
                "SHORT_DATETIME_FORMAT",
                "DECIMAL_SEPARATOR",
                "THOUSAND_SEPARATOR")) {
            out.put(name, formats.get(name));
        }
        out.put("FIRST_DAY_OF_WEEK", Integer.valueOf(formats.get("FIRST_DAY_OF_WEEK")));
        out.put("NUMBER_GROUPING", Integer.valueOf(formats.get("NUMBER_GROUPING")));
        for (String name : List.of("DATE_INPUT_FORMATS", "TIME_INPUT_FORMATS", "DATETIME_INPUT_FORMATS")) {
            out.put(name, formats.inputFormats(name));
        }
        return answer("formats", out);
    }

    private static Map<String, @Nullable Object> humanize(Map<String, @Nullable Object> line) {
        EngineBuilder engine = Engine.builder().zone(UTC);
        Object now = value(line, "now");
        if (now != null) {
            OffsetDateTime moment = now instanceof OffsetDateTime o ? o : OffsetDateTime.parse(now.toString());
            engine.clock(Clock.fixed(moment.toInstant(), ZoneOffset.UTC));
        }
        Object argument = Boolean.FALSE.equals(line.get("use_l10n")) ? Boolean.FALSE : null;
        return answer("result", filter(line, engine, text(line, "filter"), argument));
    }

    /** What the filter returns, before a template prints it. */
    private static @Nullable Object filter(
            Map<String, @Nullable Object> line, EngineBuilder builder, String name, @Nullable Object argument) {
        Object value = value(line, "value");
        @Nullable Object[] result = new Object[1];
        Library call = new Library().simpleTag("call", Params.of(), args -> {
            Library humanize = args.context().engine().library("humanize");
            Filter filter = humanize.filters().get(name);
            for (Library library : args.context().engine().builtins()) {
                filter = filter == null ? library.filters().get(name) : filter;
            }
            Filter found = Objects.requireNonNull(filter);
            result[0] = found.function().apply(value, argument == null ? found.absent() : argument, args.context());
            return "";
        });
        Engine engine = builder.builtin(call).build();
        Translations.withLanguage(
                text(line, "language"), () -> engine.from("{% call %}").render(Map.of()));
        return switch (result[0]) {
            case null -> "None";
            case Number n -> NumberText.of(n);
            default -> result[0].toString();
        };
    }

    private static Map<String, @Nullable Object> timeSince(Map<String, @Nullable Object> line) {
        Temporal start = (Temporal) Objects.requireNonNull(value(line, "start"));
        Temporal now = (Temporal) Objects.requireNonNull(value(line, "now"));
        return Translations.withLanguage(text(line, "language"), () -> {
            String since = Text.timeSince(start, now, number(line, "depth"));
            return answer("since", since, "until", since);
        });
    }

    private static Map<String, @Nullable Object> parse(Map<String, @Nullable Object> line) throws Exception {
        String input = text(line, "input");
        return answer(
                "date",
                result(() -> IsoTimes.parseDate(input)),
                "time",
                result(() -> IsoTimes.parseTime(input)),
                "datetime",
                result(() -> IsoTimes.parseDateTime(input)),
                "duration",
                result(() -> IsoTimes.parseDuration(input)));
    }

    private static Map<String, @Nullable Object> duration(Map<String, @Nullable Object> line) {
        Object micros = value(line, "microseconds");
        Duration duration = Duration.of(((Number) Objects.requireNonNull(micros)).longValue(), ChronoUnit.MICROS);
        String json = Json.write(duration, Json.Style.SPACED_ASCII);
        return answer("string", IsoTimes.format(duration), "iso", json.substring(1, json.length() - 1));
    }
}
