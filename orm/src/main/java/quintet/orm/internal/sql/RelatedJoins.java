package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.ReverseMeta;
import quintet.orm.internal.query.Query;

/** The joins of {@code selectRelated}. */
final class RelatedJoins {
    private static final int DEEPEST = 5;

    private final Scope scope;
    private final Query query;
    private final FieldChoice choice;
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Join> joins = new HashMap<>();

    RelatedJoins(Scope scope, Query query, FieldChoice choice) {
        this.scope = scope;
        this.query = query;
        this.choice = choice;
        known.put("", 0);
        joins.put("", scope.base);
    }

    void add(Plan plan, BiConsumer<Join, FieldMeta> columns) {
        for (String path : query.related()) {
            follow(path, plan, columns);
        }
        if (query.isAllRelated()) {
            all("", scope.model, plan, columns, 0);
        }
    }

    private void all(String prefix, ModelMeta<?> model, Plan plan, BiConsumer<Join, FieldMeta> columns, int depth) {
        for (FieldMeta field : model.columns()) {
            if (field.isReference() && !field.isNullable() && depth < DEEPEST) {
                String path = prefix.isEmpty() ? field.name() : prefix + "__" + field.name();
                follow(path, plan, columns);
                all(path, field.target(), plan, columns, depth + 1);
            }
        }
    }

    private void follow(String path, Plan plan, BiConsumer<Join, FieldMeta> columns) {
        String at = "";
        ModelMeta<?> model = scope.model;
        for (String name : Paths.split(path)) {
            String next = at.isEmpty() ? name : at + "__" + name;
            FieldMeta field =
                    model.findField(name).filter(FieldMeta::isReference).orElse(null);
            ReverseMeta back = field == null ? oneToOne(model, name) : null;
            if (field == null && back == null) {
                throw wrong(model, name);
            }
            ModelMeta<?> owner = field != null
                    ? field.owner()
                    : java.util.Objects.requireNonNull(back).target();
            List<Hop> hops = new ArrayList<>(Hop.up(model, owner));
            hops.add(
                    field != null
                            ? Hop.forward(field.own())
                            : Hop.back(java.util.Objects.requireNonNull(back).field()));
            List<FieldMeta> loaded = choice.of(at, model);
            if (field != null && loaded != null && !loaded.contains(field)) {
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        "Field " + model.objectName() + "." + field.name()
                                + " cannot be both deferred and traversed using select_related at the same time.",
                        "Name it in only(...), or leave it out of defer(...).");
            }
            model = hops.getLast().to();
            if (!known.containsKey(next)) {
                Join parent = java.util.Objects.requireNonNull(joins.get(at));
                List<Join> way = scope.follow(parent, hops, null);
                parent.uses--;
                int part = plan.addRelated(
                        java.util.Objects.requireNonNull(known.get(at)),
                        field,
                        back,
                        model,
                        choice.of(next, model),
                        columns,
                        way.getLast());
                known.put(next, part);
                joins.put(next, way.getLast());
            }
            at = next;
        }
    }

    private static @Nullable ReverseMeta oneToOne(ModelMeta<?> model, String name) {
        ReverseMeta back = Paths.back(model, name);
        return back != null && back.isOneToOne() ? back : null;
    }

    private static QueryError wrong(ModelMeta<?> model, String name) {
        List<String> choices = new ArrayList<>();
        model.columns().stream().filter(FieldMeta::isReference).forEach(field -> choices.add(field.name()));
        model.backs().stream()
                .filter(ReverseMeta::isOneToOne)
                .map(ReverseMeta::queryName)
                .filter(query -> query.indexOf(':') < 0)
                .forEach(choices::add);
        boolean many = Paths.back(model, name) != null
                || model.findField(name).filter(FieldMeta::isManyToMany).isPresent();
        boolean plain = !many && model.findField(name).isPresent();
        return new QueryError(
                QueryError.Kind.FIELD,
                (plain
                                ? "Non-relational field given in select_related: '"
                                : "Invalid field name(s) given in select_related: '")
                        + name + "'. Choices are: " + (choices.isEmpty() ? "(none)" : String.join(", ", choices)),
                many ? "Load a relation to many with prefetchRelated." : Suggestions.didYouMean(name, choices));
    }
}
