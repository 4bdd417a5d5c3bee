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

    private final Resolver resolver;
    private final Scope scope;
    private final Query query;
    private final FieldChoice choice;
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Join> joins = new HashMap<>();

    RelatedJoins(Resolver resolver, Query query, FieldChoice choice) {
        this.resolver = resolver;
        this.scope = resolver.scope;
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

    /** The tables that a lock names: {@code self}, or relations that are loaded. */
    void lock(Select select, List<String> names) {
        for (String name : names) {
            Join join = joins.get(name.equals("self") ? "" : name);
            if (join == null) {
                List<String> choices = new ArrayList<>(List.of("self"));
                joins.keySet().stream().filter(path -> !path.isEmpty()).sorted().forEach(choices::add);
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        "Invalid field name(s) given in select_for_update(of=(...)): " + name
                                + ". Only relational fields followed in the query are allowed. Choices are: "
                                + String.join(", ", choices) + ".",
                        "Load the relation with selectRelated to lock its rows too.");
            }
            select.lockOf.add(join);
        }
    }

    private void all(String prefix, ModelMeta<?> model, Plan plan, BiConsumer<Join, FieldMeta> columns, int depth) {
        for (FieldMeta field : model.references()) {
            if (!field.isNullable() && depth < DEEPEST) {
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
            if (at.isEmpty() && resolver.relations().has(name)) {
                model = filtered(name, plan, columns);
                at = next;
                continue;
            }
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
            if (field != null && loaded != null && !loaded.containsAll(field.parts())) {
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
                        null,
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

    /** The rows of a relation that has a name and a condition of its own; their objects are kept under the name. */
    private ModelMeta<?> filtered(String name, Plan plan, BiConsumer<Join, FieldMeta> columns) {
        Trail trail = resolver.find(List.of(name));
        ModelMeta<?> model = trail.hops().getLast().to();
        if (!known.containsKey(name)) {
            Join join = resolver.follow(trail.hops(), null).getLast();
            known.put(name, plan.addRelated(0, null, null, name, model, choice.of(name, model), columns, join));
            joins.put(name, join);
        }
        return model;
    }

    private static @Nullable ReverseMeta oneToOne(ModelMeta<?> model, String name) {
        ReverseMeta back = Paths.back(model, name);
        return back != null && back.isOneToOne() ? back : null;
    }

    private static QueryError wrong(ModelMeta<?> model, String name) {
        List<String> choices = new ArrayList<>();
        model.references().forEach(field -> choices.add(field.name()));
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
