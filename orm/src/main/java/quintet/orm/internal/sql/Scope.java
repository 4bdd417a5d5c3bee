package quintet.orm.internal.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/** The tables of one SELECT: which are joined, how, and which joins may be shared. */
final class Scope {
    final ModelMeta<?> model;
    final @Nullable Scope outer;
    final Join base;
    private final List<Join> joins = new ArrayList<>();
    private final Map<String, Integer> tables = new HashMap<>();
    private final char prefix;

    Scope(ModelMeta<?> model, @Nullable Scope outer) {
        this.model = model;
        this.outer = outer;
        this.prefix = outer == null ? 'T' : outer.prefix == 'T' ? 'U' : (char) (outer.prefix + 1);
        this.base = new Join(model, alias(model.table()), null, null);
        base.uses = 1;
        joins.add(base);
    }

    private String alias(String table) {
        boolean first = tables.merge(table, 1, Integer::sum) == 1;
        return outer == null && first ? table : "" + prefix + joins.size();
    }

    /** The joins in order, base first. */
    List<Join> joins() {
        return joins;
    }

    /** The joins of a way through relations. {@code reuse}: joins to many that may be shared; null: all may. */
    List<Join> follow(Join start, List<Hop> hops, @Nullable Set<Join> reuse) {
        List<Join> way = new ArrayList<>();
        way.add(start);
        start.uses++;
        Join at = start;
        for (Hop hop : hops) {
            at = join(at, hop, reuse);
            at.uses++;
            way.add(at);
        }
        return way;
    }

    private Join join(Join from, Hop hop, @Nullable Set<Join> reuse) {
        for (int i = joins.size() - 1; i >= 0; i--) {
            Join known = joins.get(i);
            boolean same = known.parent == from && hop.equals(known.hop);
            if (same && (!hop.many() || reuse == null || reuse.contains(known))) {
                return known;
            }
        }
        Join made = new Join(hop.to(), alias(hop.to().table()), from, hop);
        Hop.Plain plain = hop.plain();
        if (plain != null) {
            made.condition = plain.condition(hop.forward() ? from : made);
        }
        joins.add(made);
        return made;
    }

    /** The table where a parent's columns of a joined row are found. */
    Join owner(Join join, ModelMeta<?> owner) {
        Join at = join;
        while (at.model.concrete() != owner.concrete()) {
            Hop came = at.hop;
            if (came != null && came.down() && at.parent != null) {
                // The parent's row is where this one was reached from.
                at = at.parent;
            } else {
                at = follow(at, Hop.up(at.model, owner).subList(0, 1), null).getLast();
            }
        }
        return at;
    }

    /** Cuts joins from the end of a way that are only there for the column they are joined by. Returns the field to use. */
    FieldMeta trim(List<Join> way, FieldMeta target) {
        return trim(way, List.of(target)).getFirst();
    }

    /** The same for several fields of one table, such as those of a key. */
    List<FieldMeta> trim(List<Join> way, List<FieldMeta> targets) {
        List<FieldMeta> fields = targets;
        while (way.size() > 1) {
            Join last = way.getLast();
            Hop hop = last.hop;
            if (hop == null || !hop.forward() || hop.plain() != null || hop.filtered() != null) {
                break;
            }
            List<FieldMeta> nearer = nearer(hop, fields);
            if (nearer == null) {
                break;
            }
            fields = nearer;
            last.uses--;
            way.removeLast();
        }
        return fields;
    }

    /** The fields of the table a hop comes from that hold the same; null if it has not all of them. */
    private static @Nullable List<FieldMeta> nearer(Hop hop, List<FieldMeta> fields) {
        List<FieldMeta> to = hop.toFields();
        List<FieldMeta> from = hop.fromFields();
        List<FieldMeta> nearer = new ArrayList<>(fields.size());
        for (FieldMeta field : fields) {
            int at = to.indexOf(field);
            if (at < 0) {
                return null;
            }
            nearer.add(from.get(at));
        }
        return nearer;
    }

    /** Makes joins outer ones, where there may be no row, and those that hang on them. */
    void promote(Collection<Join> wanted) {
        Deque<Join> queue = new ArrayDeque<>(wanted);
        while (!queue.isEmpty()) {
            Join join = queue.poll();
            Join parent = join.parent;
            if (parent == null || join.outer || !(join.nullable || parent.outer)) {
                continue;
            }
            join.outer = true;
            for (Join child : joins) {
                if (child.parent == join) {
                    queue.add(child);
                }
            }
        }
    }

    /** Makes joins inner ones, and those they hang on. */
    void demote(Collection<Join> wanted) {
        Deque<Join> queue = new ArrayDeque<>(wanted);
        while (!queue.isEmpty()) {
            Join join = queue.poll();
            if (join.outer) {
                join.outer = false;
                if (join.parent != null) {
                    queue.add(join.parent);
                }
            }
        }
    }
}
