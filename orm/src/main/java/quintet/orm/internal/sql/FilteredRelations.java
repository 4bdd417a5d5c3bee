package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Operation;

/** The relations of one SELECT that have names and conditions of their own. */
final class FilteredRelations {
    private final Resolver resolver;
    private final Map<String, Operation.Relate> byName = new HashMap<>();

    FilteredRelations(Resolver resolver) {
        this.resolver = resolver;
    }

    void add(Operation.Relate relation) {
        String path = relation.path();
        if (Paths.find(resolver.scope.model, Paths.split(path)).rest().size() > 0) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "FilteredRelation's relation_name cannot contain lookups (got '" + path + "').");
        }
        PathNames.of(relation.condition()).forEach(name -> check(path, name));
        byName.put(relation.name(), relation);
    }

    /** Makes them known to a query of related rows, which starts some steps further. */
    void give(FilteredRelations inner, int steps) {
        byName.forEach((name, relation) -> {
            List<String> parts = Paths.split(relation.path());
            for (int i = 0; i < parts.size(); i++) {
                int before = i == 0
                        ? 0
                        : Paths.find(resolver.scope.model, parts.subList(0, i))
                                .hops()
                                .size();
                if (before == steps) {
                    String rest = String.join("__", parts.subList(i, parts.size()));
                    Node.Cond moved = PathNames.move(relation.condition(), relation.path(), rest);
                    inner.byName.put(name, new Operation.Relate(name, rest, moved));
                }
            }
        });
    }

    private void check(String path, String name) {
        List<String> prefix = Paths.split(path);
        List<String> parts = Paths.split(name);
        if (parts.size() < prefix.size() || !parts.subList(0, prefix.size()).equals(prefix)) {
            if (Paths.find(resolver.scope.model, parts).hops().isEmpty()) {
                return;
            }
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "FilteredRelation's condition doesn't support relations outside the '" + path + "' (got '" + name
                            + "').");
        }
        int hops = Paths.find(resolver.scope.model, prefix).hops().size();
        Trail trail = Paths.find(resolver.scope.model, parts);
        boolean key = trail.relation();
        if (trail.hops().size() - (key ? 1 : 0) > hops) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "FilteredRelation's condition doesn't support nested relations deeper than the relation_name (got '"
                            + name + "' for '" + path + "').");
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Trail find(List<String> parts) {
        Operation.Relate relation = byName.get(parts.getFirst());
        if (relation == null) {
            List<String> names = new ArrayList<>(byName.keySet());
            names.addAll(resolver.annotations.keySet());
            return Paths.find(resolver.scope.model, parts, names);
        }
        List<String> whole = new ArrayList<>(Paths.split(relation.path()));
        int last = Paths.find(resolver.scope.model, whole).hops().size() - 1;
        whole.addAll(parts.subList(1, parts.size()));
        Trail trail = Paths.find(resolver.scope.model, whole);
        List<Hop> hops = new ArrayList<>(trail.hops());
        hops.set(last, hops.get(last).filtered(relation.name()));
        return new Trail(hops, trail.field(), trail.relation(), trail.rest(), trail.key());
    }

    /** Resolves the conditions of joins that have none yet. */
    void complete(List<Join> way) {
        for (Join join : way) {
            Hop hop = join.hop;
            if (hop != null && hop.filtered() != null && join.condition == null) {
                Operation.Relate relation = byName.get(hop.filtered());
                if (relation != null) {
                    join.condition = new R.C.Always(true);
                    Node.Cond moved = PathNames.move(relation.condition(), relation.path(), relation.name());
                    join.condition = resolver.filters().inline(moved, null);
                }
            }
        }
    }
}
