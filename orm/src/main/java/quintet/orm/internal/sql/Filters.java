package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Node.Connector;

/**
 * Turns conditions into resolved ones with Django's meaning: conditions on a relation to many within one filter speak of
 * the same related row, those of different filters of any; excluding by a relation to many leaves out rows that have any
 * such related row; a negated comparison counts a missing value as different.
 */
final class Filters {
    /** A condition, and the joins that may be inner ones because of it. */
    private record Built(R.C clause, Set<Join> inner) {}

    private final Resolver resolver;
    private final Scope scope;
    /** The joins to many that the last filter used. */
    private Set<Join> last = new HashSet<>();
    /** How many XORs stand around: within them a condition counts both when it is met and when it is not, so it must never be unknown. */
    private int exact;

    Filters(Resolver resolver) {
        this.resolver = resolver;
        this.scope = resolver.scope;
    }

    /** A filter or exclude of its own; or one that may share the joins to many of the filter before. */
    R.C filter(Node.Cond condition, boolean negated, boolean continued) {
        Set<Join> used = continued ? last : new HashSet<>();
        last = used;
        Set<Join> existing = new HashSet<>();
        for (Join join : scope.joins()) {
            if (join.parent != null && !join.outer) {
                existing.add(join);
            }
        }
        Node.Cond whole = negated ? new Node.Not(condition) : condition;
        R.C clause = group(whole, used, false, false).clause();
        scope.demote(existing);
        return clause;
    }

    /** A condition within an expression: of a CASE, of an aggregate. Its joins stay as they are. */
    R.C inline(Node.Cond condition, @Nullable Set<Join> reuse) {
        Set<Join> used = reuse == null ? new LinkedHashSet<>(scope.joins()) : reuse;
        return build(condition, used, false, false, false).clause();
    }

    private Built group(Node.Cond condition, Set<Join> used, boolean branchNegated, boolean negated) {
        return build(condition, used, branchNegated, negated, true);
    }

    private Built build(Node.Cond condition, Set<Join> used, boolean branchNegated, boolean negated, boolean joins) {
        return switch (condition) {
            case Node.Both both ->
                children(both.connector(), both.conditions(), false, used, branchNegated, negated, joins);
            case Node.Not not -> {
                Node.Cond inner = not.condition();
                yield inner instanceof Node.Both both
                        ? children(both.connector(), both.conditions(), true, used, true, !negated, joins)
                        : children(Connector.AND, List.of(inner), true, used, true, !negated, joins);
            }
            case Node.Lookup lookup
            when joins -> children(Connector.AND, List.of(lookup), false, used, branchNegated, negated, true);
            case Node.Lookup lookup -> lookup(lookup, used, branchNegated, negated, false);
            case Node.Truth truth -> new Built(new R.C.Is(resolver.resolve(truth.node(), used)), Set.of());
            case Node.Exists exists -> exists(exists);
            case Node.Anything anything -> new Built(new R.C.Always(true), Set.of());
        };
    }

    private Built exists(Node.Exists exists) {
        Select select = new SelectBuilder(exists.query(), resolver).existsSelect();
        R.C clause = select.empty ? new R.C.Is(new R.Const(false, ValueType.BOOLEAN)) : new R.C.Exists(select, false);
        return new Built(clause, Set.of());
    }

    private Built children(
            Connector connector,
            List<Node.Cond> conditions,
            boolean isNegated,
            Set<Join> used,
            boolean branchNegated,
            boolean negated,
            boolean joins) {
        Map<Join, Integer> votes = new HashMap<>();
        List<R.C> clauses = new ArrayList<>();
        exact += connector == Connector.XOR ? 1 : 0;
        for (Node.Cond child : conditions) {
            Built built = child instanceof Node.Lookup lookup
                    ? lookup(lookup, used, branchNegated, negated, joins)
                    : build(child, used, branchNegated, negated, joins);
            built.inner().forEach(join -> votes.merge(join, 1, Integer::sum));
            clauses.add(built.clause());
        }
        exact -= connector == Connector.XOR ? 1 : 0;
        Set<Join> inner = joins ? vote(connector, conditions.size(), negated, votes) : Set.of();
        return new Built(Conditions.group(connector, clauses, isNegated), inner);
    }

    /** Decides which joins may be inner ones: those that every way to meet the condition needs. */
    private Set<Join> vote(Connector connector, int children, boolean negated, Map<Join, Integer> votes) {
        Connector effective = !negated ? connector : connector == Connector.AND ? Connector.OR : Connector.AND;
        Set<Join> promote = new LinkedHashSet<>();
        Set<Join> demote = new LinkedHashSet<>();
        votes.forEach((join, count) -> {
            if (connector == Connector.XOR) {
                // A row may be met because this part is not.
                promote.add(join);
                return;
            }
            if (effective == Connector.OR && count < children) {
                promote.add(join);
            }
            if (effective == Connector.AND || (effective == Connector.OR && count == children)) {
                demote.add(join);
            }
        });
        scope.promote(promote);
        scope.demote(demote);
        return demote;
    }

    private Built lookup(Node.Lookup given, Set<Join> used, boolean branchNegated, boolean negated, boolean joins) {
        boolean orNull = given.right() instanceof Node.Call call && call.name().equals(Node.VALUES_OR_NULL);
        Node.Lookup node = orNull && given.right() instanceof Node.Call call
                ? new Node.Lookup(given.left(), given.lookup(), call.arguments().getFirst())
                : given;
        if (!(node.left() instanceof Node.Path path)) {
            R left = resolver.resolve(node.left(), used);
            String name = node.lookup() == null ? "exact" : node.lookup();
            return new Built(Lookups.build(resolver, left, name, node.right(), used), Set.of());
        }
        List<String> parts = Paths.split(path.text());
        R annotation = resolver.annotations.get(parts.getFirst());
        if (annotation != null) {
            Named named = name(annotation, parts.subList(1, parts.size()), node.lookup(), null);
            return new Built(Lookups.build(resolver, named.left(), named.lookup(), node.right(), used), Set.of());
        }
        Trail trail = resolver.find(parts);
        int many = firstMany(trail);
        if (many >= 0 && branchNegated && joins) {
            return split(node, trail, many, used);
        }
        return compare(node, trail, used, negated, orNull);
    }

    /** {@code orNull}: null was among the values, so that excluding by them leaves out rows without a value too. */
    private Built compare(Node.Lookup node, Trail trail, Set<Join> used, boolean negated, boolean orNull) {
        List<Join> way = resolver.follow(trail.hops(), used);
        Set<Join> needed = new LinkedHashSet<>(way);
        needed.remove(scope.base);
        R start = trail.isComposite() ? resolver.key(way, trail, used) : resolver.column(way, trail.field(), used);
        R.Col column = (R.Col) R.parts(start).getFirst();
        Named named = name(start, trail.rest(), node.lookup(), trail);
        RelationLookups.check(trail, named.lookup());
        Set<Join> before = new HashSet<>(used);
        R.C clause = Lookups.build(resolver, named.left(), named.lookup(), node.right(), used);
        for (Join join : used) {
            if (join.parent != null && !before.contains(join)) {
                needed.add(join);
            }
        }
        needed.removeIf(join -> join.uses == 0);
        boolean isNull = clause instanceof R.C.IsNull;
        boolean asksForNull = clause instanceof R.C.IsNull test && test.yes();
        boolean outer = asksForNull && !negated;
        boolean comparesNull = node.right() instanceof Node.Param param && param.value() == null;
        if ((negated || exact > 0) && !asksForNull && !comparesNull) {
            outer = true;
            R right = clause instanceof R.C.Compare compare ? compare.right() : null;
            if (!isNull && (column.nullable() || column.join().outer)) {
                clause = Conditions.group(
                        orNull ? Connector.OR : Connector.AND, List.of(clause, new R.C.IsNull(start, orNull)), false);
            }
            if (R.isKey(start) && !isNull && node.right() instanceof Node.Path) {
                R other = resolver.resolve(node.right(), used);
                clause = Conditions.group(Connector.AND, List.of(clause, new R.C.IsNull(other, false)), false);
            }
            if (right instanceof R.Col other && other.nullable()) {
                clause = Conditions.group(Connector.AND, List.of(clause, new R.C.IsNull(other, false)), false);
            }
        }
        return new Built(clause, outer ? Set.of() : needed);
    }

    /** An expression with the transforms of a path applied, and the name of the lookup at its end. */
    private record Named(R left, String lookup) {}

    private Named name(R start, List<String> rest, @Nullable String lookup, @Nullable Trail trail) {
        R left = start;
        for (int i = 0; i < rest.size(); i++) {
            String part = rest.get(i);
            R next = resolver.custom().transform(left, part);
            if (next == null) {
                boolean last = i == rest.size() - 1 && lookup == null;
                if (!last || !(Lookups.isLookup(left.type(), part) || Custom.hasLookup(left, part))) {
                    throw i == 0 && trail != null
                            ? RelationLookups.unsupported(trail, part)
                            : PathErrors.unsupported(left, part);
                }
                return new Named(left, part);
            }
            left = next;
        }
        return new Named(left, lookup == null ? "exact" : lookup);
    }

    private static int firstMany(Trail trail) {
        for (int i = 0; i < trail.hops().size(); i++) {
            if (trail.hops().get(i).many()) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A negated condition on a relation to many: a subquery for related rows that meet it, tied to the row at hand by
     * the columns of the first join to many.
     */
    private Built split(Node.Lookup node, Trail trail, int many, Set<Join> used) {
        Hop hop = trail.hops().get(many);
        List<Join> way = resolver.follow(trail.hops().subList(0, many), used);
        Join shared = shared(way.getLast(), hop, used);
        Scope inner = new Scope(hop.fromField().model(), scope);
        Resolver innerResolver = new Resolver(inner, resolver);
        resolver.relations().give(innerResolver.relations(), many);
        Filters innerFilters = innerResolver.filters();
        Trail rest = new Trail(
                trail.hops().subList(many, trail.hops().size()),
                trail.field(),
                trail.relation(),
                trail.rest(),
                trail.key());
        Node.Lookup moved = new Node.Lookup(node.left(), node.lookup(), outward(node.right()));
        Built built = innerFilters.compare(moved, rest, new HashSet<>(), false, false);
        innerFilters.vote(Connector.AND, 1, false, counted(built.inner()));
        Supplier<R> own = outerSide(way, hop, used);
        Select select = new Select(inner);
        select.where.add(built.clause());
        Join first = inner.joins().stream()
                .filter(join -> join.parent == inner.base)
                .findFirst()
                .orElse(null);
        boolean trimmed = first != null && first.uses > 0 && !first.outer;
        if (shared != null && first != null) {
            select.where.add(new R.C.Compare(Resolver.key(first), "exact", Resolver.key(shared)));
        } else if (trimmed && first != null) {
            select.where.add(new R.C.Compare(Resolver.side(first, hop.toFields()), "exact", own.get()));
            inner.base.uses = 0;
        } else {
            select.where.add(new R.C.Compare(Resolver.side(inner.base, hop.fromFields()), "exact", own.get()));
        }
        if (trimmed || shared != null) {
            inner.base.uses = 0;
            if (first != null && first.condition != null) {
                // It stood in the join that is left out now.
                select.where.add(first.condition);
            }
        }
        R.C clause = Conditions.isNever(built.clause()) ? new R.C.Always(false) : new R.C.Exists(select, false);
        boolean mayMiss =
                first != null && first.outer && way.stream().anyMatch(join -> join.parent != null && join.nullable);
        if (mayMiss) {
            // The row has no way to the relation at all: the condition must count as not met, whichever way it is
            // asked.
            clause = Conditions.group(
                    Connector.OR,
                    List.of(clause, new R.C.IsNull(R.parts(own.get()).getFirst(), true)),
                    false);
        }
        return new Built(clause, Set.of());
    }

    private static Map<Join, Integer> counted(Set<Join> joins) {
        Map<Join, Integer> votes = new HashMap<>();
        joins.forEach(join -> votes.put(join, 1));
        return votes;
    }

    /** The columns of the row at hand by which related rows are found: resolved once, for each time counts as a use of its joins. */
    private Supplier<R> outerSide(List<Join> way, Hop hop, Set<Join> used) {
        R[] known = new R[1];
        return () -> {
            if (known[0] == null) {
                known[0] = resolver.side(new ArrayList<>(way), hop.fromFields(), used);
            }
            return known[0];
        };
    }

    private @Nullable Join shared(Join from, Hop hop, Set<Join> used) {
        for (Join join : used) {
            if (join.parent == from && hop.equals(join.hop)) {
                return join;
            }
        }
        return null;
    }

    /** A path at the right now stands within a subquery. */
    private static Node outward(Node right) {
        return switch (right) {
            case Node.Param param -> param;
            case Node.Sub sub -> sub;
            case Node.Row row ->
                new Node.Row(row.nodes().stream().map(Filters::outward).toList());
            default -> new Node.Outer(right);
        };
    }
}
