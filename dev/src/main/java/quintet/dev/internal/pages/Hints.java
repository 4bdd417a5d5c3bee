package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.core.Suggestions;
import quintet.http.DisallowedHost;
import quintet.http.Hosts;
import quintet.http.NoReverseMatch;
import quintet.http.Request;
import quintet.http.RequestDataTooBig;
import quintet.http.TooManyFieldsSent;
import quintet.http.TooManyFilesSent;
import quintet.http.UrlConf;
import quintet.orm.DatabaseException;
import quintet.orm.ModelMeta;
import quintet.templates.TemplateDoesNotExist;

/** Remedies for errors that have a usual one. */
final class Hints {
    private static final Pattern MISSING_TABLE = Pattern.compile(
            "no such table: (?:\\w+\\.)?\"?(\\w+)|relation \"([^\"]+)\" does not exist|Table '(?:[^'.]+\\.)?([^']+)' doesn't exist",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSING_COLUMN = Pattern.compile(
            "no such column: \"?([\\w.]+)|has no column named (\\w+)|column \"?([\\w.\"]+?)\"? (?:of relation .* )?does not exist|Unknown column '([^']+)'",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNKNOWN_NAME = Pattern.compile("^Reverse for '([^']*)' not found");

    private Hints() {}

    /** What is known about these exceptions. */
    static List<Hint> of(List<Throwable> chain, Request request) {
        List<Hint> hints = new ArrayList<>();
        for (Throwable thrown : chain) {
            hint(thrown, request).ifPresent(hints::add);
        }
        return hints;
    }

    private static Optional<Hint> hint(Throwable thrown, Request request) {
        return switch (thrown) {
            case TemplateDoesNotExist missing -> Optional.of(template(missing));
            case NoReverseMatch unknown -> routeName(unknown, request);
            case DisallowedHost host -> Optional.of(host(request));
            case RequestDataTooBig big ->
                Optional.of(
                        Hint.of("The limit is a setting.", ".with(UploadSettings.defaults().maxMemory(10_000_000))"));
            case TooManyFieldsSent many ->
                Optional.of(Hint.of("The limit is a setting.", ".with(UploadSettings.defaults().maxFields(5_000))"));
            case TooManyFilesSent many ->
                Optional.of(Hint.of("The limit is a setting.", ".with(UploadSettings.defaults().maxFiles(500))"));
            case DatabaseException failed -> database(failed, request.site());
            default -> Optional.empty();
        };
    }

    private static Hint template(TemplateDoesNotExist missing) {
        List<String> tried = missing.tried().stream()
                .map(place -> place.origin() + " (" + place.status() + ")")
                .toList();
        return new Hint(
                tried.isEmpty()
                        ? "No place has a template of this name: is its app in the settings?"
                        : "No template " + missing.name() + " at these places; make one of them:",
                List.of(),
                tried);
    }

    private static Optional<Hint> routeName(NoReverseMatch unknown, Request request) {
        Matcher matcher = UNKNOWN_NAME.matcher(String.valueOf(unknown.getMessage()));
        List<String> names = request.urls().routes().stream()
                .map(UrlConf.Mounted::name)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        if (!matcher.find()) {
            return Optional.empty();
        }
        Optional<String> near = names.stream()
                .filter(name -> name.endsWith(":" + matcher.group(1)))
                .findFirst()
                .or(() -> Suggestions.nearest(matcher.group(1), names))
                .or(() -> nearestEnd(matcher.group(1), names));
        return Optional.of(new Hint(
                near.map(name -> "Did you mean '" + name + "'? ").orElse("")
                        + "The routes of this site have these names:",
                List.of(),
                names));
    }

    /** The name whose last part, after its namespaces, is near. */
    private static Optional<String> nearestEnd(String name, List<String> names) {
        return Suggestions.nearest(
                        name,
                        names.stream()
                                .map(full -> full.substring(full.lastIndexOf(':') + 1))
                                .toList())
                .flatMap(end -> names.stream()
                        .filter(full -> full.equals(end) || full.endsWith(":" + end))
                        .findFirst());
    }

    private static Hint host(Request request) {
        String host = Hosts.split(request.headers().get("Host", "")).domain();
        return host.isEmpty()
                ? Hint.of("The Host header is not a host's name.")
                : Hint.of(
                        "The site does not answer to this name. If it should, add the name to the settings:",
                        ".allowedHosts(\"" + JavaText.escape(host) + "\")");
    }

    private static Optional<Hint> database(DatabaseException failed, Site site) {
        String message = String.valueOf(failed.getMessage());
        String table = group(MISSING_TABLE.matcher(message));
        String column = table == null ? group(MISSING_COLUMN.matcher(message)) : null;
        if (table == null && column == null) {
            return Optional.empty();
        }
        MigrationState state = MigrationState.of(site);
        String what = table != null
                ? "The table " + table + " is not in the database."
                : "The column " + column + " is not in the database.";
        if (!state.unapplied().isEmpty()) {
            return Optional.of(Hint.of(what + " Migrations wait to be applied:", "./manage migrate"));
        }
        if (!state.changedApps().isEmpty()) {
            String apps = String.join(" ", state.changedApps());
            return Optional.of(Hint.of(
                    what + " The models have changed since the last migration:",
                    "./manage makemigrations " + apps,
                    "./manage migrate"));
        }
        String owner = table == null ? null : owner(site, table);
        return Optional.of(Hint.of(
                what + " All migrations are applied"
                        + (owner == null ? ", and no model has this table." : " though; is this the right database?"),
                "./manage showmigrations"));
    }

    private static @Nullable String owner(Site site, String table) {
        return site.call(() -> ModelMeta.all().stream()
                .filter(model -> model.table().equals(table))
                .map(ModelMeta::label)
                .findFirst()
                .orElse(null));
    }

    private static @Nullable String group(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return null;
    }
}
