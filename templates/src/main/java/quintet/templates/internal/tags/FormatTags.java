package quintet.templates.internal.tags;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.TimeZones;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.values.Times;
import quintet.templates.internal.values.Values;

/** The libraries l10n and tz. */
public final class FormatTags {
    private FormatTags() {}

    /** Adds the tags and filters of l10n. */
    public static void addFormats(Library library, String name) {
        switch (name) {
            case "localize" ->
                library.tag(name, FormatTags::localize)
                        .filter(
                                name,
                                Filter.of((v, a, c) -> TranslationTags.localized(v, c, true))
                                        .noArgument());
            case "unlocalize" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> TranslationTags.localized(v, c, false))
                                .noArgument());
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Adds the tags and filters of tz. */
    public static void addZones(Library library, String name) {
        switch (name) {
            case "localtime" ->
                library.tag(name, FormatTags::localTime)
                        .filter(name, Filter.of((v, a, c) -> in(v, c.zone(), c)).noArgument());
            case "timezone" -> library.tag(name, FormatTags::zone).filter(name, Filter.of((v, a, c) -> in(v, a, c)));
            case "get_current_timezone" -> library.tag(name, FormatTags::currentZone);
            case "utc" ->
                library.filter(
                        name, Filter.of((v, a, c) -> in(v, ZoneOffset.UTC, c)).noArgument());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static boolean isOn(Token token) {
        List<String> words = token.split();
        if (words.size() == 1) {
            return true;
        }
        if (words.size() > 2 || !words.get(1).equals("on") && !words.get(1).equals("off")) {
            throw Tags.error("'" + words.getFirst() + "' argument should be 'on' or 'off'");
        }
        return words.get(1).equals("on");
    }

    private static Node localize(Parser parser, Token token) {
        boolean on = isOn(token);
        NodeList body = parser.parse("endlocalize");
        parser.skip();
        return new TextTags.Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                Boolean before = context.useL10n();
                context.useL10n(on);
                try {
                    body.render(context, out);
                } finally {
                    context.useL10n(before);
                }
            }
        };
    }

    private static Node localTime(Parser parser, Token token) {
        boolean on = isOn(token);
        NodeList body = parser.parse("endlocaltime");
        parser.skip();
        return new TextTags.Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                Boolean before = context.useTz();
                context.useTz(on);
                try {
                    body.render(context, out);
                } finally {
                    context.useTz(before);
                }
            }
        };
    }

    private static Node zone(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() != 2) {
            throw Tags.error("'" + words.getFirst() + "' takes one argument (timezone)");
        }
        Expression zone = parser.expression(words.get(1));
        NodeList body = parser.parse("endtimezone");
        parser.skip();
        return new TextTags.Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                Object value = zone.resolve(context);
                ZoneId chosen = value == null ? context.engine().zone() : named(value, context);
                ZoneId before = context.zone();
                context.zone(chosen);
                try {
                    TimeZones.withZone(chosen, () -> {
                        body.render(context, out);
                        return "";
                    });
                } finally {
                    context.zone(before);
                }
            }
        };
    }

    private static ZoneId named(Object value, Context context) {
        if (value instanceof ZoneId zone) {
            return zone;
        }
        if (!Values.of(context).isText(value)) {
            throw EvaluationError.value(
                    "Invalid timezone: " + Values.of(context).reprOf(value));
        }
        ZoneId zone = find(value.toString());
        if (zone == null) {
            throw new EvaluationError(EvaluationError.Kind.TIME_ZONE, "'No time zone found with key " + value + "'");
        }
        return zone;
    }

    private static @Nullable ZoneId find(String name) {
        try {
            return name.contains("/") || ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Node currentZone(Parser parser, Token token) {
        List<String> words = Chars.words(token.contents());
        if (words.size() != 3 || !words.get(1).equals("as")) {
            throw Tags.error("'get_current_timezone' requires 'as variable' (got " + Tags.repr(words) + ")");
        }
        String name = words.get(2);
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                context.put(name, Values.text(context.zone(), context).toString());
            }
        };
    }

    private static Object in(@Nullable Object value, @Nullable Object zone, Context context) {
        ZoneId target = zone instanceof ZoneId z
                ? z
                : zone != null && Values.of(context).isText(zone) ? find(zone.toString()) : null;
        if (target == null || value == null) {
            return "";
        }
        Object moment = Times.unpin(value);
        if (moment instanceof LocalDateTime naive) {
            moment = naive.atZone(context.engine().zone());
        }
        return Times.isAware(moment) ? new Times.Pinned(Times.aware(moment).withZoneSameInstant(target)) : "";
    }
}
