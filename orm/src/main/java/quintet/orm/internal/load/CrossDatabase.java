package quintet.orm.internal.load;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.Routing;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Operation;
import quintet.orm.internal.query.Query;

/** Chooses the database an object is saved to, and keeps objects of different databases from being related. */
final class CrossDatabase {
    private static final Backdoor DOOR = Backdoor.get();

    private CrossDatabase() {}

    /**
     * The database to save an object to: the one named, else what routers say, else its own, else that of the objects it was
     * made to point to.
     */
    static Db forSave(KeyedModel<?> object, @Nullable String named) {
        Databases databases = Databases.current();
        Routing routing = databases.routing();
        if (routing.isSingle()) {
            return databases.get(named);
        }
        ModelMeta<?> meta = object.meta();
        String alias = named;
        if (alias == null) {
            KeyedModel<?> first = object.isNew() ? firstAssigned(object, meta) : null;
            alias = routing.forNew(meta, object, first == null ? null : routing.forWrite(meta, first));
        }
        for (FieldMeta field : meta.references()) {
            KeyedModel<?> value = assigned(object, field);
            boolean elsewhere = value != null && value.database() != null && !alias.equals(value.database());
            if (elsewhere && !routing.allowsRelation(Objects.requireNonNull(value), object, alias)) {
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "Cannot assign \"" + value + "\": the current database router prevents this relation.",
                        field + " would point from the database '" + alias + "' to '" + value.database()
                                + "', which cannot hold it. Save both in one database, or let a router allow it with"
                                + " allowRelation(...).");
            }
        }
        return databases.get(alias);
    }

    private static @Nullable KeyedModel<?> firstAssigned(KeyedModel<?> object, ModelMeta<?> meta) {
        for (FieldMeta field : meta.references()) {
            KeyedModel<?> value = assigned(object, field);
            if (value != null && value.database() != null) {
                return value;
            }
        }
        return null;
    }

    /** The object a reference was given by code, rather than loaded by its key. */
    private static @Nullable KeyedModel<?> assigned(KeyedModel<?> object, FieldMeta field) {
        return field.isReference()
                        && !field.isMade()
                        && field.get(object) instanceof Ref<?> ref
                        && DOOR.key(ref) == null
                        && DOOR.loaded(ref) instanceof KeyedModel<?> value
                ? value
                : null;
    }

    /** A query within another is part of its statement, so that both must be of one database. */
    static void checkSubqueries(Query query, Db db) {
        if (Databases.current().routing().isSingle()) {
            return;
        }
        for (Operation operation : query.operations()) {
            if (operation instanceof Operation.Filter filter) {
                check(filter.condition(), db);
            }
        }
    }

    private static void check(Node node, Db db) {
        switch (node) {
            case Node.Both both -> both.conditions().forEach(part -> check(part, db));
            case Node.Not not -> check(not.condition(), db);
            case Node.Lookup lookup -> check(lookup.right(), db);
            case Node.Exists exists -> check(exists.query(), db);
            case Node.Sub sub -> check(sub.query(), db);
            default -> {}
        }
    }

    private static void check(Query inner, Db db) {
        String alias = inner.database();
        if (alias != null && !alias.equals(db.alias())) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Subqueries aren't allowed across different databases. Force the inner query to be evaluated using"
                            + " `list(inner_query)`.",
                    "The inner query is for '" + alias + "', the outer one for '" + db.alias()
                            + "'. Give in(...) the objects of list() instead.");
        }
        checkSubqueries(inner, db);
    }

    /** Objects of another database cannot be added to a relation unless a router allows it. */
    static void checkAdd(KeyedModel<?> owner, Collection<?> objects) {
        Routing routing = Routing.current();
        if (routing.isSingle()) {
            return;
        }
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> row && !row.isNew() && !routing.allowsRelation(row, owner)) {
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "Cannot add \"" + row + "\": instance is on database \"" + owner.database()
                                + "\", value is on database \"" + row.database() + "\"",
                        "Save it in the same database first, or let a router allow it with allowRelation(...).");
            }
        }
    }
}
