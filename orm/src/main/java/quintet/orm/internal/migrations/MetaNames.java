package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.query.Node;

/** Names and expressions of a model's options under the names Django would give the fields. */
final class MetaNames {
    private final ModelMeta<?> model;

    MetaNames(ModelMeta<?> model) {
        this.model = model;
    }

    /** A path through relations, each part by its Django name. */
    String path(String path) {
        List<String> parts = new ArrayList<>();
        ModelMeta<?> current = model;
        for (String part : path.split("__")) {
            Optional<FieldMeta> field = current == null ? Optional.empty() : current.findField(part);
            parts.add(field.map(FieldMeta::djangoName).orElse(part));
            current = field.filter(FieldMeta::isRelation).map(FieldMeta::target).orElse(null);
        }
        return String.join("__", parts);
    }

    /** A name that may have a leading minus. */
    String signed(String name) {
        return name.startsWith("-") ? "-" + path(name.substring(1)) : path(name);
    }

    /** An order as text, as far as it can be one. */
    String ordering(Node.Ordering ordering) {
        String name = ordering.node() instanceof Node.Path path
                ? path(path.text())
                : OperationText.text(expression(ordering.node()));
        return ordering.descending() ? "-" + name : name;
    }

    /** An order as an expression. */
    SchemaExpr ordered(Node.Ordering ordering) {
        SchemaExpr expression = expression(ordering.node());
        if (!ordering.descending() && ordering.nullsFirst() == null) {
            return expression;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        if (ordering.nullsFirst() != null) {
            options.put(ordering.nullsFirst() ? "nulls_first" : "nulls_last", true);
        }
        return new SchemaExpr.OrderBy(expression, ordering.descending(), options);
    }

    SchemaExpr expression(Node node) {
        return switch (node) {
            case Node.Path p -> new SchemaExpr.F(path(p.text()));
            case Node.Param p -> new SchemaExpr.Value(plain(p.value()), null);
            case Node.Arithmetic a ->
                new SchemaExpr.Combined(expression(a.left()), a.operator(), expression(a.right()));
            case Node.Call c -> {
                List<Object> arguments = new ArrayList<>();
                c.arguments().forEach(a -> arguments.add(a instanceof Node.Path p ? path(p.text()) : expression(a)));
                yield call(c, List.copyOf(arguments));
            }
            case Node.Typed t -> expression(t.node());
            case Node.Named n -> expression(n.node());
            case Node.CondValue c -> condition(c.condition());
            case Node.Cond c -> condition(c);
            case Node.Raw r when r.parameters().isEmpty() -> new SchemaExpr.Sql(r.sql());
            case Node.Raw r -> template(r.sql(), r.parameters());
            default ->
                throw new MigrationException("The index or constraint of " + model.label() + " uses " + node
                        + ", which cannot stand in a table's definition");
        };
    }

    private static SchemaExpr.Func call(Node.Call call, List<Object> arguments) {
        SchemaExpr.Func function = new SchemaExpr.Func(call.name(), arguments, Map.of());
        return switch (call.name()) {
            case "OpClass" -> function.with("name", call.options().getFirst());
            case "RangeOf" -> function.with("bounds", call.options().getFirst());
            default -> function;
        };
    }

    /** SQL with places for expressions. */
    private SchemaExpr.Func template(String sql, List<Node> parameters) {
        List<Object> arguments = new ArrayList<>();
        parameters.forEach(p -> arguments.add(expression(p)));
        return new SchemaExpr.Func("Template", List.copyOf(arguments), Map.of("sql", sql));
    }

    SchemaExpr.Q condition(Node.Cond condition) {
        return switch (condition) {
            case Node.Both both ->
                both.conditions().stream()
                        .map(this::condition)
                        .reduce((a, b) -> switch (both.connector()) {
                            case AND -> a.and(b);
                            case OR -> a.or(b);
                            case XOR -> a.xor(b);
                        })
                        .orElseGet(SchemaExpr::all);
            case Node.Not not -> condition(not.condition()).not();
            case Node.Lookup lookup -> lookup(lookup);
            case Node.Truth truth when truth.node() instanceof Node.Path p -> SchemaExpr.q(path(p.text()), true);
            case Node.Anything anything -> SchemaExpr.all();
            default ->
                throw new MigrationException("The constraint or index of " + model.label() + " uses the condition "
                        + condition + ", which cannot stand in a table's definition");
        };
    }

    private SchemaExpr.Q lookup(Node.Lookup lookup) {
        if (!(lookup.left() instanceof Node.Path path)) {
            throw new MigrationException("The constraint or index of " + model.label() + " compares " + lookup.left()
                    + "; the left side must be a column");
        }
        String name = path(path.text());
        String full = lookup.lookup() == null || lookup.lookup().equals("exact") ? name : name + "__" + lookup.lookup();
        Object value = lookup.right() instanceof Node.Param p ? plain(p.value()) : expression(lookup.right());
        return SchemaExpr.q(full, value);
    }

    /** A value as it is stored: a constant of an enum by its value. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Enum<?> e -> Choices.valueOf(e);
            case Iterable<?> items -> {
                List<@Nullable Object> plain = new ArrayList<>();
                items.forEach(item -> plain.add(plain(item)));
                yield plain;
            }
            case null, default -> value;
        };
    }
}
