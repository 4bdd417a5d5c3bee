package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.PlainRelation;
import quintet.orm.ReverseMeta;

/** Finds paths such as {@code author__name__icontains} in the models. */
final class Paths {
    private Paths() {}

    /** The parts of a path. */
    static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (true) {
            int at = path.indexOf("__", from);
            if (at < 0) {
                parts.add(path.substring(from));
                return parts;
            }
            parts.add(path.substring(from, at));
            from = at + 2;
        }
    }

    /** Follows a path from a model as far as it names fields. */
    static Trail find(ModelMeta<?> start, List<String> parts) {
        return find(start, parts, List.of());
    }

    /** The same; {@code more} are other names that would have been right, for the message. */
    static Trail find(ModelMeta<?> start, List<String> parts, Collection<String> more) {
        List<Hop> hops = new ArrayList<>();
        ModelMeta<?> at = start;
        FieldMeta field = null;
        boolean relation = false;
        boolean key = false;
        int i = 0;
        for (; i < parts.size(); i++) {
            String name = parts.get(i);
            if (field != null && !relation) {
                break;
            }
            if (name.equals("pk")) {
                field = at.key().own();
                relation = false;
                key = true;
                if (at.hasCompositeKey()) {
                    continue;
                }
                if (field.isReference() && i + 1 < parts.size()) {
                    hops.add(Hop.forward(field));
                    at = field.target();
                    relation = true;
                    field = hops.getLast().toField();
                }
                continue;
            }
            Optional<FieldMeta> own = at.findField(name);
            if (own.isPresent()) {
                hops.addAll(Hop.up(at, own.get().owner()));
                field = own.get().own();
                boolean attribute = field.isReference() && name.equals(field.attribute()) && !name.equals(field.name());
                if (field.isReference() && !attribute) {
                    hops.add(Hop.forward(field));
                    at = field.target();
                    relation = true;
                    key = field.isComposite();
                    field = hops.getLast().toField();
                } else if (field.isManyToMany()) {
                    at = manyToMany(field, hops);
                    relation = true;
                    key = at.hasCompositeKey();
                    field = at.key();
                } else {
                    relation = false;
                    key = false;
                }
                continue;
            }
            ReverseMeta back = back(at, name);
            Hop plain = back == null ? plain(at, name) : null;
            if (plain != null) {
                hops.add(plain);
                at = plain.to();
                relation = true;
                key = at.hasCompositeKey();
                field = at.key();
                continue;
            }
            if (back == null) {
                if (field != null) {
                    break;
                }
                throw PathErrors.unknown(at, name, more);
            }
            hops.addAll(Hop.up(at, back.target()));
            at = reverse(back, hops);
            relation = true;
            key = at.hasCompositeKey();
            field = at.key();
        }
        if (field == null) {
            throw PathErrors.unknown(start, parts.getFirst(), more);
        }
        return new Trail(hops, field, relation, parts.subList(i, parts.size()), key);
    }

    private static ModelMeta<?> manyToMany(FieldMeta field, List<Hop> hops) {
        hops.add(Hop.back(field.throughSource()));
        hops.add(Hop.forward(field.throughTarget()));
        return field.target();
    }

    private static ModelMeta<?> reverse(ReverseMeta back, List<Hop> hops) {
        if (back.field().isManyToMany()) {
            hops.add(Hop.back(back.field().throughTarget()));
            hops.add(Hop.forward(back.field().throughSource()));
        } else {
            hops.add(Hop.back(back.field()));
        }
        return back.model();
    }

    /** The step through a relation without a foreign key, or back; null if none has the name. */
    private static @Nullable Hop plain(ModelMeta<?> from, String name) {
        PlainRelation own = from.plainRelation(name);
        if (own != null && own.many()) {
            return Hop.plain(from, own);
        }
        for (ModelMeta<?> other : from.registry().all()) {
            for (PlainRelation relation : other.plainRelations()) {
                if (relation.many()
                        && relation.target() == from.type()
                        && relation.backName().equals(name)) {
                    return Hop.plain(other, relation).turned();
                }
            }
        }
        return null;
    }

    /** The way back with a name in lookups, or null. */
    static @Nullable ReverseMeta back(ModelMeta<?> from, String name) {
        ReverseMeta found = null;
        for (ReverseMeta back : from.backs()) {
            if (back.queryNames().contains(name)) {
                if (found != null && !found.field().equals(back.field())) {
                    throw PathErrors.ambiguous(from, name, found.field(), back.field());
                }
                found = back;
            }
        }
        return found;
    }
}
