package quintet.dev.internal.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.pages.Shown;
import quintet.fields.FieldKind;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.orm.Databases;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QuerySet;
import quintet.orm.Ref;
import quintet.orm.ReverseMeta;

/** Rows of the models, for reading: in pages, sorted by any column, with links along relations. */
final class DataBrowser {
    private static final int PAGE = 50;
    private static final int SHORT = 120;

    /**
     * A column's heading.
     *
     * @param name the field
     * @param order what sorts by it: {@code title} or, if it is sorted so now, {@code -title}
     * @param sorted {@code ascending}, {@code descending} or empty
     * @param link the query that sorts by it
     */
    public record Column(String name, String order, String sorted, String link) {}

    /**
     * A value of a row.
     *
     * @param text what is shown
     * @param link where it leads; null if nowhere
     * @param isNull whether there is no value
     */
    public record Cell(String text, @Nullable String link, boolean isNull) {}

    /** A row with its cells; that of the key leads to the row. */
    public record RowView(List<Cell> cells) {}

    /** A field of a row. */
    public record FieldView(String name, Cell cell) {}

    /** Rows of another model that refer to a row. */
    public record BackView(String name, String model, String link, long count) {}

    @Nullable
    Map<String, @Nullable Object> show(Request request, String rest) {
        if (rest.isEmpty()) {
            return Map.of("models", models());
        }
        int slash = rest.indexOf('/');
        String label = slash < 0 ? rest : rest.substring(0, slash);
        String key = slash < 0 ? "" : rest.substring(slash + 1).replaceFirst("/$", "");
        ModelMeta<?> model = ModelPages.find(label);
        if (model == null) {
            return null;
        }
        String database = request.query().get("db", "");
        if (!database.isEmpty() && !Databases.current().aliases().contains(database)) {
            return null;
        }
        return key.isEmpty() ? list(model, request.query(), database) : row(model, key, database);
    }

    /** A model with the number of its rows, or why they cannot be counted. */
    public record ModelRow(String label, String address, String table, String rows, boolean failed) {}

    private List<ModelRow> models() {
        List<ModelRow> rows = new ArrayList<>();
        for (ModelMeta<?> model : ModelMeta.all()) {
            String count;
            boolean failed = false;
            try {
                count = Long.toString(model.rows().count());
            } catch (RuntimeException e) {
                failed = true;
                count = Shown.message(e.getMessage()).lines().findFirst().orElse("");
            }
            rows.add(new ModelRow(model.label(), ModelPages.address(model), model.table(), count, failed));
        }
        return rows;
    }

    private static <M> QuerySet<M> rows(ModelMeta<M> model, String database) {
        return database.isEmpty() ? model.rows() : model.rows().using(database);
    }

    private <M> Map<String, @Nullable Object> list(ModelMeta<M> model, QueryDict query, String database) {
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("title", model.label());
        context.put("model", model);
        context.put("address", ModelPages.address(model));
        context.put(
                "databases",
                Databases.current().aliases().size() > 1 ? Databases.current().aliases() : List.of());
        context.put("database", database);
        try {
            fill(context, model, query, database);
        } catch (RuntimeException e) {
            // A missing table, or a value of the address that is not one of the field's.
            context.put("problem", Shown.message(e.getMessage()));
        }
        return context;
    }

    private <M> void fill(Map<String, @Nullable Object> context, ModelMeta<M> model, QueryDict query, String database) {
        QuerySet<M> all = rows(model, database);
        List<String> filters = new ArrayList<>();
        for (Map.Entry<String, FieldMeta> filter : filterable(model).entrySet()) {
            String value = query.get(filter.getKey());
            if (value != null) {
                all = all.filter(filter.getKey(), keyOf(filter.getValue(), value));
                filters.add(filter.getKey() + " = " + Shown.data(filter.getKey(), value));
            }
        }
        String order = order(model, query.get("order", ""));
        long count = all.count();
        long pages = Math.max(1, (count + PAGE - 1) / PAGE);
        long page = Math.clamp(number(query.get("page", "1")), 1, pages);
        int start = (int) ((page - 1) * PAGE);
        List<M> objects = all.orderBy(order, "pk").slice(start, start + PAGE).list();
        List<RowView> rows = new ArrayList<>();
        for (M object : objects) {
            rows.add(view(model, (KeyedModel<?>) object, database));
        }
        context.put("filters", filters);
        context.put("columns", columns(model, query, order));
        context.put("rows", rows);
        context.put("count", count);
        context.put("page", page);
        context.put("pages", pages);
        context.put("first", count == 0 ? 0 : start + 1);
        context.put("last", start + rows.size());
        context.put("previous", page > 1 ? link(query.with("page", Long.toString(page - 1))) : null);
        context.put("next", page < pages ? link(query.with("page", Long.toString(page + 1))) : null);
    }

    /** By what rows can be chosen, and the field whose kind the value has: fields, and ways back from other models. */
    private static Map<String, FieldMeta> filterable(ModelMeta<?> model) {
        Map<String, FieldMeta> names = new LinkedHashMap<>();
        for (FieldMeta field : model.declaredColumns()) {
            names.put(field.name(), field);
        }
        model.manyToMany()
                .forEach(field -> names.put(field.name(), field.target().key()));
        model.backs().forEach(back -> names.put(back.queryName(), back.model().key()));
        return names;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String link(QueryDict query) {
        return "?" + query.urlencode();
    }

    private static String order(ModelMeta<?> model, String asked) {
        String name = asked.startsWith("-") ? asked.substring(1) : asked;
        boolean known =
                model.declaredColumns().stream().anyMatch(field -> field.name().equals(name));
        return known ? asked : "pk";
    }

    private static List<Column> columns(ModelMeta<?> model, QueryDict query, String order) {
        List<Column> columns = new ArrayList<>();
        for (FieldMeta field : model.declaredColumns()) {
            String name = field.name();
            String sorted = order.equals(name) ? "ascending" : order.equals("-" + name) ? "descending" : "";
            String next = order.equals(name) ? "-" + name : name;
            columns.add(new Column(
                    name, next, sorted, link(query.with("order", next).without("page"))));
        }
        return columns;
    }

    private <M> RowView view(ModelMeta<M> model, KeyedModel<?> object, String database) {
        List<Cell> cells = new ArrayList<>();
        String link = address(model, Objects.requireNonNullElse(model.keyOf(object), ""), database);
        for (FieldMeta field : model.declaredColumns()) {
            Cell cell = cell(field, object, database, SHORT);
            cells.add(
                    field.equals(model.key().declared())
                            ? new Cell(cell.text().isEmpty() ? "row" : cell.text(), link, false)
                            : cell);
        }
        return new RowView(cells);
    }

    /** The address of a row. The keys of a composite one are joined by commas. */
    private static String address(ModelMeta<?> model, Object key, String database) {
        StringJoiner parts = new StringJoiner(",");
        if (key instanceof List<?> keys) {
            keys.forEach(part -> parts.add(encode(String.valueOf(part))));
        } else {
            parts.add(encode(String.valueOf(key)));
        }
        return "/_dev/data/" + ModelPages.address(model) + "/" + parts + "/"
                + (database.isEmpty() ? "" : "?db=" + encode(database));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static Cell cell(FieldMeta field, KeyedModel<?> object, String database, int length) {
        Object value = field.get(object);
        if (value instanceof Ref<?> ref) {
            Object key = ref.id();
            return key == null
                    ? new Cell("null", null, true)
                    : new Cell(
                            field.target().objectName() + " " + Shown.text(key),
                            field.targetField().isPrimaryKey() ? address(field.target(), key, database) : null,
                            false);
        }
        String text = Shown.data(field.name(), value);
        return new Cell(text.length() > length ? text.substring(0, length) + "…" : text, null, value == null);
    }

    private <M> @Nullable Map<String, @Nullable Object> row(ModelMeta<M> model, String key, String database) {
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("model", model);
        context.put("address", ModelPages.address(model));
        context.put("title", model.label() + " " + key);
        try {
            QuerySet<M> one = byKey(model, rows(model, database), key);
            M object = one == null ? null : one.first().orElse(null);
            if (object == null) {
                return null;
            }
            List<FieldView> fields = new ArrayList<>();
            for (FieldMeta field : model.declaredColumns()) {
                fields.add(new FieldView(field.name(), cell(field, (KeyedModel<?>) object, database, 20_000)));
            }
            context.put("fields", fields);
            context.put("text", Shown.text(object));
            context.put("backs", backs(model, key, database));
        } catch (RuntimeException e) {
            context.put("problem", Shown.message(e.getMessage()));
        }
        return context;
    }

    private static <M> @Nullable QuerySet<M> byKey(ModelMeta<M> model, QuerySet<M> all, String key) {
        if (!model.hasCompositeKey()) {
            return all.filter("pk", keyOf(model.key(), key));
        }
        String[] parts = key.split(",", -1);
        QuerySet<M> one = all;
        if (parts.length != model.keyFields().size()) {
            return null;
        }
        for (int i = 0; i < parts.length; i++) {
            FieldMeta field = model.keyFields().get(i);
            one = one.filter(field.attribute(), keyOf(field, parts[i]));
        }
        return one;
    }

    private List<BackView> backs(ModelMeta<?> model, String key, String database) {
        List<BackView> views = new ArrayList<>();
        if (model.hasCompositeKey()) {
            return views;
        }
        for (ReverseMeta back : model.backs()) {
            FieldMeta field = back.field();
            if (field.isManyToMany() || field.targetField().isPrimaryKey()) {
                views.add(back(back.queryName(), model, key, field.model(), field.name(), database));
            }
        }
        for (FieldMeta field : model.manyToMany()) {
            views.add(
                    back(field.name(), model, key, field.target(), field.back().queryName(), database));
        }
        return views;
    }

    private static BackView back(
            String name, ModelMeta<?> model, String key, ModelMeta<?> other, String filter, String database) {
        long count =
                rows(other, database).filter(filter, keyOf(model.key(), key)).count();
        String link = "/_dev/data/" + ModelPages.address(other) + "/?" + encode(filter) + "=" + encode(key);
        return new BackView(name, other.label(), database.isEmpty() ? link : link + "&db=" + encode(database), count);
    }

    /** A key as its field's type, from the text of an address. */
    private static Object keyOf(FieldMeta field, String text) {
        FieldMeta plain = field;
        while (plain.isReference()) {
            plain = plain.targetField();
        }
        if (plain.kind().isInteger()) {
            return Long.valueOf(text);
        }
        return plain.kind() == FieldKind.UUID ? UUID.fromString(text) : text;
    }
}
