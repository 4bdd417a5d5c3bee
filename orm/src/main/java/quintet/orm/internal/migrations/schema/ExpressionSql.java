package quintet.orm.internal.migrations.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.migrations.MigrationException;

/** Expressions of a schema as SQL with literals, for one model. */
final class ExpressionSql {
    private final SchemaDialect dialect;
    private final SchemaModel model;

    ExpressionSql(SchemaDialect dialect, SchemaModel model) {
        this.dialect = dialect;
        this.model = model;
    }

    /** A condition, in brackets when it has several parts. */
    String condition(SchemaExpr.Q q) {
        return new ConditionSql(dialect, model, this).sql(q);
    }

    /** An expression as part of an index: columns plainly, all else in brackets. */
    String indexed(SchemaExpr expression) {
        if (expression instanceof SchemaExpr.OrderBy order) {
            return indexed(order.expression()) + (order.descending() ? " DESC" : "") + nulls(order);
        }
        if (expression instanceof SchemaExpr.Func f && f.name().equals("OpClass")) {
            Object of = f.args().getFirst();
            String inner = of instanceof SchemaExpr e ? indexed(e) : sql(of);
            return inner + " " + f.kwargs().get("name");
        }
        String sql = sql(expression);
        return expression instanceof SchemaExpr.F ? sql : "(" + sql + ")";
    }

    private static String nulls(SchemaExpr.OrderBy order) {
        if (Boolean.TRUE.equals(order.options().get("nulls_first"))) {
            return " NULLS FIRST";
        }
        return Boolean.TRUE.equals(order.options().get("nulls_last")) ? " NULLS LAST" : "";
    }

    /** Any expression; a string names a field. */
    String sql(@Nullable Object expression) {
        return switch (expression) {
            case String field -> column(field);
            case SchemaExpr.F f -> column(f.name());
            case SchemaExpr.Value v -> value(v);
            case SchemaExpr.Combined c ->
                "(" + sql(c.left()) + " " + operator(c.operator()) + " " + sql(c.right()) + ")";
            case SchemaExpr.Func f -> function(f);
            case SchemaExpr.Q q -> condition(q);
            case SchemaExpr.Test t -> condition(SchemaExpr.q(t.lookup(), t.value()));
            case SchemaExpr.OrderBy o -> indexed(o);
            case SchemaExpr.Sql s -> s.text();
            case null, default -> dialect.literal(plain(expression));
        };
    }

    private static String operator(String operator) {
        return switch (operator) {
            case "%%" -> "%";
            default -> operator;
        };
    }

    private String column(String field) {
        return dialect.quote(model.field(field).column());
    }

    private String value(SchemaExpr.Value v) {
        if (v.outputField() != null) {
            return dialect.literal(dialect.prepare(asField(v.outputField()), v.value()));
        }
        return dialect.literal(plain(v.value()));
    }

    /** Values without a field: times become what the database's literals know. */
    private @Nullable Object plain(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String type = switch (value) {
            case java.time.LocalDate d -> "DateField";
            case java.time.LocalTime t -> "TimeField";
            case java.time.temporal.Temporal t -> "DateTimeField";
            case java.time.Duration d -> "DurationField";
            case java.util.UUID u -> "UUIDField";
            default -> "";
        };
        return type.isEmpty() ? value : dialect.prepare(asField(FieldState.of(type, java.util.Map.of())), value);
    }

    private SchemaField asField(FieldState state) {
        return new SchemaField(model, "value", state);
    }

    private String function(SchemaExpr.Func f) {
        if (mysql()) {
            return mysqlFunction(f);
        }
        return switch (f.name()) {
            case "Now" -> sqlite() ? "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')" : "STATEMENT_TIMESTAMP()";
            case "UUID4" -> sqlite() ? "UUIDV4()" : "GEN_RANDOM_UUID()";
            case "UUID7" -> "UUIDV7()";
            case "Case" -> caseWhen(f);
            case "Concat" -> concat(f.args());
            case "Cast" -> cast(f);
            case "ExpressionWrapper" -> sql(f.args().getFirst());
            case "Ceil" -> call("CEILING", f);
            case "StrIndex" -> call(sqlite() ? "INSTR" : "STRPOS", f);
            case "Substr" -> call(sqlite() ? "SUBSTR" : "SUBSTRING", f);
            case "Random" -> sqlite() ? "RAND()" : "RANDOM()";
            case "Template" -> template(f);
            case "RangeOf" -> range(f);
            case "RandomUUID" -> "GEN_RANDOM_UUID()";
            case "TransactionNow" -> "CURRENT_TIMESTAMP";
            default -> call(f.name().toUpperCase(Locale.ROOT), f);
        };
    }

    private String mysqlFunction(SchemaExpr.Func f) {
        return switch (f.name()) {
            case "Now" -> "CURRENT_TIMESTAMP(6)";
            case "UUID4", "UUID7" -> dialect.product().equals("mysql") ? "REPLACE(UUID(), '-', '')" : "UUID()";
            case "Case" -> caseWhen(f);
            case "Concat" ->
                f.args().stream()
                        .map(part -> "COALESCE(" + sql(part) + ", '')")
                        .collect(Collectors.joining(", ", "CONCAT(", ")"));
            case "Cast" -> cast(f);
            case "ExpressionWrapper" -> sql(f.args().getFirst());
            case "Ceil" -> call("CEILING", f);
            case "StrIndex" -> call("INSTR", f);
            case "Length" -> call("CHAR_LENGTH", f);
            case "Random" -> "RAND()";
            default -> call(f.name().toUpperCase(Locale.ROOT), f);
        };
    }

    /** The types of CAST are others than those of columns. */
    private static String mysqlCast(String type) {
        String base = type.replace(" AUTO_INCREMENT", "");
        if (base.contains("int")) {
            return base.endsWith("UNSIGNED") ? "unsigned integer" : "signed integer";
        }
        if (base.startsWith("varchar")) {
            return base.replace("varchar", "char");
        }
        return switch (base) {
            case "longtext", "json", "uuid" -> "char";
            case "bool" -> "signed integer";
            case "double precision" -> "double";
            case "longblob" -> "binary";
            default -> base.replace("numeric", "decimal");
        };
    }

    private boolean mysql() {
        return dialect.vendor().equals("mysql");
    }

    /** Branches are {@code When(condition, then=...)}. */
    private String caseWhen(SchemaExpr.Func f) {
        StringBuilder sql = new StringBuilder("CASE");
        for (Object branch : f.args()) {
            if (!(branch instanceof SchemaExpr.Func when) || !when.name().equals("When")) {
                throw new MigrationException("Case takes branches, such as func(\"When\", q(\"stock__gt\", 0))"
                        + ".with(\"then\", value(\"in stock\"))");
            }
            sql.append(" WHEN ").append(whenCondition(when));
            sql.append(" THEN ").append(sql(when.kwargs().get("then")));
        }
        if (f.kwargs().get("default") != null) {
            sql.append(" ELSE ").append(sql(f.kwargs().get("default")));
        }
        return sql.append(" END").toString();
    }

    private String whenCondition(SchemaExpr.Func when) {
        if (!when.args().isEmpty()) {
            return sql(when.args().getFirst());
        }
        SchemaExpr.Q all = SchemaExpr.all(when.kwargs().entrySet().stream()
                .filter(e -> !e.getKey().equals("then"))
                .map(e -> SchemaExpr.q(e.getKey(), e.getValue()))
                .toArray(SchemaExpr.Q[]::new));
        return condition(all);
    }

    private boolean sqlite() {
        return dialect.vendor().equals("sqlite");
    }

    private String call(String name, SchemaExpr.Func f) {
        return name + "(" + f.args().stream().map(this::sql).collect(Collectors.joining(", ")) + ")";
    }

    private String template(SchemaExpr.Func f) {
        StringBuilder sql = new StringBuilder();
        String rest = String.valueOf(f.kwargs().get("sql"));
        for (Object argument : f.args()) {
            int at = rest.indexOf("%s");
            if (at < 0) {
                throw new MigrationException("There are more parameters than %s in the SQL: "
                        + f.kwargs().get("sql"));
            }
            sql.append(rest, 0, at).append(sql(argument));
            rest = rest.substring(at + 2);
        }
        return sql.append(rest).toString();
    }

    /** A range of two columns, by their type. */
    private String range(SchemaExpr.Func f) {
        Object first = f.args().getFirst();
        String field = first instanceof String s ? s : first instanceof SchemaExpr.F named ? named.name() : "";
        String type = field.isEmpty() ? "" : String.valueOf(dialect.type(model.field(field)));
        String function = switch (type.replaceAll("\\(.*", "")) {
            case "integer", "smallint" -> "INT4RANGE";
            case "bigint" -> "INT8RANGE";
            case "numeric" -> "NUMRANGE";
            case "date" -> "DATERANGE";
            case "timestamp with time zone" -> "TSTZRANGE";
            default ->
                throw new MigrationException("A range is made of two columns of numbers or times; the first is "
                        + (field.isEmpty() ? first : model.key() + "." + field + " (" + type + ")"));
        };
        return function + "(" + f.args().stream().map(this::sql).collect(Collectors.joining(", ")) + ", '"
                + f.kwargs().get("bounds") + "')";
    }

    private String concat(List<Object> parts) {
        if (parts.size() < 2) {
            throw new MigrationException("Concat joins at least two expressions");
        }
        List<String> texts = new ArrayList<>();
        texts.add(text(parts.getFirst()));
        texts.add(parts.size() == 2 ? text(parts.get(1)) : concat(parts.subList(1, parts.size())));
        return texts.stream().map(t -> "COALESCE(" + t + ", '')").collect(Collectors.joining(" || ", "(", ")"));
    }

    /** PostgreSQL joins text only; other columns are cast. */
    private String text(Object part) {
        String sql = sql(part);
        String field = part instanceof String s ? s : part instanceof SchemaExpr.F f ? f.name() : null;
        if (sqlite() || field == null) {
            return sql;
        }
        String type = dialect.type(model.field(field));
        return type != null && (type.startsWith("varchar") || type.equals("text")) ? sql : "(" + sql + ")::text";
    }

    private String cast(SchemaExpr.Func f) {
        Object output = f.kwargs().containsKey("output_field")
                ? f.kwargs().get("output_field")
                : f.args().size() > 1 ? f.args().get(1) : null;
        if (!(output instanceof FieldState field)) {
            throw new MigrationException("Cast needs an output field: func(\"Cast\", \"name\", integerField())");
        }
        String type = dialect.type(asField(field));
        String inner = sql(f.args().getFirst());
        if (mysql()) {
            return "CAST(" + inner + " AS " + mysqlCast(String.valueOf(type)) + ")";
        }
        return sqlite() ? "CAST(" + inner + " AS " + type + ")" : "(" + inner + ")::" + type;
    }

    /** A database default: literals plainly, expressions in brackets. */
    String dbDefault(SchemaField field) {
        Object given = field.state().option("db_default");
        if (given instanceof SchemaExpr expression && !(given instanceof SchemaExpr.Value)) {
            return "(" + sql(expression) + ")";
        }
        Object value = given instanceof SchemaExpr.Value v ? v.value() : given;
        Object prepared = dialect.prepare(field, value);
        if (sqlite() && field.type().equals("DecimalField") && value != null) {
            return "(" + dialect.literal(new BigDecimal(value.toString())) + ")";
        }
        return dialect.literal(prepared);
    }
}
