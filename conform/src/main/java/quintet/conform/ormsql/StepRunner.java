package quintet.conform.ormsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.Expr;
import quintet.orm.FetchMode;
import quintet.orm.FilteredRelation;
import quintet.orm.Functions;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.Order;
import quintet.orm.Prefetch;
import quintet.orm.Queries;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.RowLock;
import quintet.orm.Shaping;
import quintet.orm.Values;

/** Runs a case's steps with Quintet's public query API. */
final class StepRunner {
    private final Exprs exprs = new Exprs(this);

    /** {@code values_list(flat=True)} has one value for a row. */
    private static final String FLAT = "flat";

    /** A query for rows as lists. */
    record Listed(Values.Lists<Object> rows, boolean flat) {}

    /** A query that stays one in arguments. */
    Object query(@Nullable Object model, List<?> steps) {
        Object result = run(model, steps);
        return result instanceof Listed listed ? listed.rows() : Objects.requireNonNull(result);
    }

    /** A row that is loaded on purpose, as the recording did. */
    @SuppressWarnings("unchecked") // all models are Object here
    KeyedModel<?> object(@Nullable Object model, @Nullable Object key) {
        Queries<Object> all = (Queries<Object>) start(model);
        return (KeyedModel<?>) all.get(Objects.requireNonNull(key));
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private QuerySet<Object> start(@Nullable Object model) {
        QuerySet<?> all = Models.named(Objects.requireNonNull(model)).manager().all();
        return ((QuerySet<Object>) all).fetchMode(FetchMode.ONE);
    }

    /** What all steps give: a query, an object, a value. */
    @Nullable
    Object run(@Nullable Object model, List<?> steps) {
        Object current = start(model);
        for (Object step : steps) {
            List<?> parts = (List<?>) step;
            Call call = call(parts);
            current = step(current, call);
        }
        return current;
    }

    private Call call(List<?> parts) {
        List<@Nullable Object> args = new ArrayList<>();
        Map<?, ?> raw = Map.of();
        for (int i = 1; i < parts.size(); i++) {
            Object part = parts.get(i);
            boolean keywords = i == parts.size() - 1
                    && part instanceof Map<?, ?> map
                    && !map.containsKey("expr")
                    && (map.isEmpty() || quintet.conform.Tagged.tag(map) == null);
            if (keywords) {
                raw = (Map<?, ?>) part;
            } else {
                args.add(exprs.read(part));
            }
        }
        return new Call(String.valueOf(parts.getFirst()), args, exprs.readMap(raw));
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private @Nullable Object step(@Nullable Object current, Call call) {
        return switch (current) {
            case Listed listed -> listed(listed, call);
            case Values.Maps<?> maps -> maps((Values.Maps<Object>) maps, call);
            case Many<?> many -> many((Many<Object>) many, call);
            case QuerySet<?> set -> objects((QuerySet<Object>) set, call);
            case KeyedModel<?> model -> ObjectSteps.model(model, call);
            case List<?> list
            when call.name().equals("list") || call.name().equals("len") ->
                call.name().equals("len") ? list.size() : list;
            case null, default -> throw new IllegalArgumentException("No step " + call.name() + " on " + current);
        };
    }

    // --- Steps that all queries have

    /** Null: another kind of step. */
    private <S extends Shaping<Object, S>> @Nullable S shaped(S rows, Call call) {
        return switch (call.name()) {
            case "all" -> rows;
            case "filter" -> rows.filter(Exprs.all(call.args(), call.kwargs()));
            case "exclude" -> rows.exclude(Exprs.all(call.args(), call.kwargs()));
            case "none" -> rows.none();
            case "order_by" -> rows.orderBy(orders(call.args()));
            case "reverse" -> rows.reverse();
            case "distinct" ->
                call.args().isEmpty()
                        ? rows.distinct()
                        : rows.distinctOn(call.names().toArray(String[]::new));
            case "alias" -> {
                S result = rows;
                for (Map.Entry<String, @Nullable Object> entry : call.kwargs().entrySet()) {
                    result = result.alias(named(entry.getKey(), entry.getValue()));
                }
                yield result;
            }
            case "union" -> call.flag("all") ? rows.unionAll(others(call)) : rows.union(others(call));
            case "intersection" -> rows.intersection(others(call));
            case "difference" -> rows.difference(others(call));
            case "and" -> rows.and(other(call));
            case "or" -> rows.or(other(call));
            case "xor" -> rows.xor(other(call));
            case "slice" -> slice(rows, call);
            default -> null;
        };
    }

    private static <S extends Shaping<Object, S>> @Nullable S slice(S rows, Call call) {
        if (call.arg(2) != null) {
            return null;
        }
        S result = rows;
        if (call.arg(1) instanceof Number stop) {
            result = result.slice(start(call), stop.longValue());
        } else if (start(call) != 0) {
            result = result.offset(start(call));
        }
        return result;
    }

    private static long start(Call call) {
        return call.arg(0) instanceof Number number ? number.longValue() : 0;
    }

    private static Shaping<?, ?>[] others(Call call) {
        return call.args().stream().map(StepRunner::shaping).toArray(Shaping<?, ?>[]::new);
    }

    private static Shaping<?, ?> shaping(@Nullable Object query) {
        return query instanceof Listed listed ? listed.rows() : (Shaping<?, ?>) Objects.requireNonNull(query);
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private static Shaping<Object, ?> other(Call call) {
        return (Shaping<Object, ?>) shaping(call.arg(0));
    }

    private List<Order<Object>> orders(List<@Nullable Object> args) {
        List<Order<Object>> orders = new ArrayList<>();
        for (Object arg : args) {
            orders.add(arg instanceof String name ? Order.of(name) : order(arg));
        }
        return orders;
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private static Order<Object> order(@Nullable Object value) {
        return value instanceof quintet.orm.Cond<?> condition
                ? (Order<Object>) (Order<?>) Functions.truth(condition)
                : (Order<Object>) Objects.requireNonNull(value);
    }

    private Expr<Object, Object> named(String name, @Nullable Object value) {
        return Exprs.operandOf(value).as(name);
    }

    private @Nullable Object value(Shaping<Object, ?> rows, Call call) {
        return switch (call.name()) {
            case "count" -> rows.count();
            case "exists" -> rows.exists();
            case "aggregate" -> aggregate(rows, call);
            case "values" -> rows.values(chosen(call));
            case "values_list" -> listed(rows, call);
            case "attr" -> attribute(rows, String.valueOf(call.arg(0)));
            default -> throw new IllegalArgumentException("No step " + call.name());
        };
    }

    private static Object attribute(Shaping<Object, ?> rows, String name) {
        return switch (name) {
            case "totally_ordered" -> rows.isTotallyOrdered();
            case "ordered" -> rows.isOrdered();
            default -> throw new IllegalArgumentException("No attribute " + name);
        };
    }

    private List<Expr<Object, Object>> chosen(Call call) {
        List<Expr<Object, Object>> chosen = new ArrayList<>();
        call.args().forEach(arg -> chosen.add(Exprs.operandOf(arg)));
        call.kwargs().forEach((name, value) -> {
            if (!name.equals(FLAT) && !name.equals("named")) {
                chosen.add(named(name, value));
            }
        });
        return chosen;
    }

    private Listed listed(Shaping<Object, ?> rows, Call call) {
        return new Listed(rows.valuesList(chosen(call)), call.flag(FLAT));
    }

    private Map<String, Object> aggregate(Shaping<Object, ?> rows, Call call) {
        List<Expr<Object, Object>> aggregates = new ArrayList<>();
        call.args().forEach(arg -> aggregates.add(Exprs.operandOf(arg).withDefaultName()));
        call.kwargs().forEach((name, value) -> aggregates.add(named(name, value)));
        return rows.aggregate(aggregates);
    }

    // --- Rows of values

    private @Nullable Object maps(Values.Maps<Object> rows, Call call) {
        Values.Maps<Object> shaped = shaped(rows, call);
        if (shaped != null) {
            return shaped;
        }
        return switch (call.name()) {
            case "annotate" -> {
                Values.Maps<Object> result = rows;
                for (Map.Entry<String, @Nullable Object> entry : call.kwargs().entrySet()) {
                    result = result.annotate(named(entry.getKey(), entry.getValue()));
                }
                yield result;
            }
            case "first" -> rows.first().orElse(null);
            case "last" -> rows.last().orElse(null);
            case "get" -> rows.filter(Exprs.all(call.args(), call.kwargs())).get();
            case "list" -> rows.list();
            case "index" -> only(rows.slice(start(call), start(call) + 1).list());
            case "in_bulk" -> new Results.ByKey(rows.inBulk((List<?>) Objects.requireNonNull(call.arg(0))));
            case "delete" -> rows.delete();
            case "contains" -> rows.contains((KeyedModel<?>) Objects.requireNonNull(call.arg(0)));
            default -> value(rows, call);
        };
    }

    private @Nullable Object listed(Listed listed, Call call) {
        Values.Lists<Object> rows = listed.rows();
        Values.Lists<Object> shaped = shaped(rows, call);
        if (shaped != null) {
            return new Listed(shaped, listed.flat());
        }
        return switch (call.name()) {
            case "annotate" -> {
                Values.Lists<Object> result = rows;
                for (Map.Entry<String, @Nullable Object> entry : call.kwargs().entrySet()) {
                    result = result.annotate(named(entry.getKey(), entry.getValue()));
                }
                yield new Listed(result, listed.flat());
            }
            case "first" -> row(rows.first().orElse(null), listed.flat());
            case "last" -> row(rows.last().orElse(null), listed.flat());
            case "get" -> row(rows.filter(Exprs.all(call.args(), call.kwargs())).get(), listed.flat());
            case "list" -> rows(listed);
            case "index" -> row(only(rows.slice(start(call), start(call) + 1).list()), listed.flat());
            case "in_bulk" -> {
                Map<Object, @Nullable Object> byKey = new LinkedHashMap<>();
                rows.inBulk((List<?>) Objects.requireNonNull(call.arg(0)))
                        .forEach((key, row) -> byKey.put(key, row(row, listed.flat())));
                yield new Results.ByKey(byKey);
            }
            case "delete" -> rows.delete();
            default -> value(rows, call);
        };
    }

    private static @Nullable Object row(@Nullable List<Object> row, boolean flat) {
        return row == null ? null : flat ? row.getFirst() : new Results.Tuple(row);
    }

    private static List<@Nullable Object> rows(Listed listed) {
        List<@Nullable Object> rows = new ArrayList<>();
        listed.rows().list().forEach(row -> rows.add(row(row, listed.flat())));
        return rows;
    }

    /** The rows of a query, or what a last step gave. */
    static @Nullable Object evaluate(@Nullable Object result) {
        return switch (result) {
            case Listed listed -> rows(listed);
            case Values.Maps<?> maps -> maps.list();
            case Queries<?> objects -> objects.list();
            case null, default -> result;
        };
    }

    /** Whether a query is known to have no rows without asking. */
    static boolean isEmpty(@Nullable Object given) {
        Object query = given instanceof Listed listed ? listed.rows() : given;
        return query instanceof Shaping<?, ?> rows && rows.toString().equals("(no rows)");
    }

    // --- Objects

    private @Nullable Object objects(QuerySet<Object> set, Call call) {
        QuerySet<Object> shaped = shaped(set, call);
        if (shaped != null) {
            return shaped;
        }
        return switch (call.name()) {
            case "annotate" -> annotate(set, call);
            case "extra" -> extra(set, call);
            case "select_related" -> selectRelated(set, call);
            case "prefetch_related" -> prefetchRelated(set, call);
            case "only" -> set.only(call.names().toArray(String[]::new));
            case "defer" ->
                call.args().size() == 1 && call.arg(0) == null
                        ? set.deferNone()
                        : set.defer(call.names().toArray(String[]::new));
            case "fetch_mode" -> set.fetchMode((FetchMode) Objects.requireNonNull(call.arg(0)));
            case "select_for_update" -> set.forUpdate(lock(call));
            case "dates", "datetimes" -> dates(set, call);
            case "first" -> set.first().orElse(null);
            case "last" -> set.last().orElse(null);
            case "latest" -> set.latest(call.names().toArray(String[]::new));
            case "earliest" -> set.earliest(call.names().toArray(String[]::new));
            case "contains" -> set.contains((KeyedModel<?>) Objects.requireNonNull(call.arg(0)));
            case "get" -> get(set, call);
            case "index" -> only(set.slice(start(call), start(call) + 1).list());
            case "slice" -> everyOther(set, call);
            case "list", "iterator" -> list(set, call);
            case "len" -> set.list().size();
            case "in_bulk" -> inBulk(set, call);
            default -> Writes.isWrite(call.name()) ? Writes.write(set, call) : value(set, call);
        };
    }

    /** The row of an index. Quintet has slices only; Python's list says what it says of an index without a row. */
    private static <T> T only(List<T> rows) {
        if (rows.isEmpty()) {
            throw new QueryError(QueryError.Kind.INDEX, "list index out of range");
        }
        return rows.getFirst();
    }

    private QuerySet<Object> annotate(QuerySet<Object> set, Call call) {
        QuerySet<Object> result = set;
        for (Object arg : call.args()) {
            result = result.annotate(Exprs.operandOf(arg).withDefaultName());
        }
        for (Map.Entry<String, @Nullable Object> entry : call.kwargs().entrySet()) {
            result = entry.getValue() instanceof FilteredRelation<?> relation
                    ? filtered(result, relation, entry.getKey())
                    : result.annotate(named(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private static QuerySet<Object> filtered(QuerySet<Object> set, FilteredRelation<?> relation, String name) {
        return set.annotate(((FilteredRelation<Object>) relation).as(name));
    }

    /** Django's old way to select SQL; with Quintet it is an expression like others. */
    private static QuerySet<Object> extra(QuerySet<Object> set, Call call) {
        QuerySet<Object> result = set;
        for (Map.Entry<String, @Nullable Object> entry :
                Writes.map(call.kwargs().get("select")).entrySet()) {
            List<Object> sql = List.of(String.valueOf(entry.getValue()));
            result = result.annotate(
                    quintet.orm.Expressions.<Object>of("RawSQL", sql).as(entry.getKey()));
        }
        return result;
    }

    private static QuerySet<Object> selectRelated(QuerySet<Object> set, Call call) {
        if (call.args().isEmpty()) {
            return set.selectAllRelated();
        }
        return call.arg(0) == null
                ? set.selectRelatedNone()
                : set.selectRelated(call.names().toArray(String[]::new));
    }

    @SuppressWarnings("unchecked") // all models are Object here
    private static QuerySet<Object> prefetchRelated(QuerySet<Object> set, Call call) {
        QuerySet<Object> result = set;
        for (Object arg : call.args()) {
            result = switch (arg) {
                case null -> result.prefetchRelatedNone();
                case Prefetch<?> prefetch -> result.prefetchRelated((Prefetch<Object>) prefetch);
                default -> result.prefetchRelated(String.valueOf(arg));
            };
        }
        return result;
    }

    private static RowLock lock(Call call) {
        List<String> of = call.kwargs().get("of") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        return new RowLock(call.flag("nowait"), call.flag("skip_locked"), call.flag("no_key"), of);
    }

    private static Object dates(QuerySet<Object> set, Call call) {
        String field = String.valueOf(call.arg(0));
        String unit = String.valueOf(call.arg(1));
        Object order = call.args().size() > 2 ? call.arg(2) : call.kwargs().get("order");
        boolean down = "DESC".equals(order);
        if (order != null && !down && !"ASC".equals(order)) {
            // With Quintet it is a truth value.
            throw new QueryError(QueryError.Kind.VALUE, "'order' must be either 'ASC' or 'DESC'.");
        }
        if (call.name().equals("dates")) {
            return set.dates(field, unit, down);
        }
        return call.kwargs().get("tzinfo") instanceof java.time.ZoneId zone
                ? set.datetimes(field, unit, down, zone)
                : set.datetimes(field, unit, down);
    }

    private Object get(QuerySet<Object> set, Call call) {
        return call.args().isEmpty() && call.kwargs().isEmpty()
                ? set.get()
                : set.filter(Exprs.all(call.args(), call.kwargs())).get();
    }

    /** A slice with a step reads the rows. */
    private static List<Object> everyOther(QuerySet<Object> set, Call call) {
        List<Object> rows = set.slice(start(call), ((Number) Objects.requireNonNull(call.arg(1))).longValue())
                .list();
        List<Object> some = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += ((Number) Objects.requireNonNull(call.arg(2))).intValue()) {
            some.add(rows.get(i));
        }
        return some;
    }

    private static Object list(QuerySet<Object> set, Call call) {
        List<Object> rows = new ArrayList<>();
        if (call.kwargs().get("chunk_size") instanceof Number size) {
            set.each(size.intValue(), rows::add);
        } else {
            rows.addAll(set.list());
        }
        return rows;
    }

    private static Object inBulk(QuerySet<Object> set, Call call) {
        Object keys = call.arg(0);
        String field = call.kwargs().get("field_name") instanceof String name ? name : "pk";
        return new Results.ByKey(
                keys instanceof List<?> list
                        ? set.inBulk(list, field)
                        : set.inBulk(List.of(), field).isEmpty() ? set.inBulk() : Map.of());
    }

    // --- Relations and objects

    private @Nullable Object many(Many<Object> many, Call call) {
        return switch (call.name()) {
            case "add" -> {
                many.addKeys(call.args());
                yield null;
            }
            case "remove" -> {
                many.removeKeys(call.args());
                yield null;
            }
            case "clear" -> {
                many.clear();
                yield null;
            }
            case "set" -> {
                List<?> objects = (List<?>) Objects.requireNonNull(call.arg(0));
                if (call.flag("clear")) {
                    many.replace(objects);
                } else {
                    many.set(objects);
                }
                yield null;
            }
            case "create" -> many.create(object -> ObjectSteps.fill((KeyedModel<?>) object, call.kwargs()));
            default -> objects(many.all(), call);
        };
    }
}
