package quintet.orm;

import java.time.Duration;
import java.util.List;
import quintet.orm.internal.query.Query;

/**
 * Says what is loaded with the rows of a query for objects: relations by joins or further queries, some fields only, with
 * or without locks.
 *
 * @param <M> the model
 */
public interface Loading<M> {
    /** The rows as a query set. */
    QuerySet<M> all();

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(Relation<? super M, ?> first) {
        return all().with(Steps.single(all().query(), "select_related").related(List.of(first.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(Relation<? super M, ?> first) {
        return prefetchRelated(new String[] {first.path()});
    }

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(Relation<? super M, ?> first, Relation<? super M, ?> second) {
        return all().with(Steps.single(all().query(), "select_related").related(List.of(first.path(), second.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(Relation<? super M, ?> first, Relation<? super M, ?> second) {
        return prefetchRelated(new String[] {first.path(), second.path()});
    }

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(
            Relation<? super M, ?> first, Relation<? super M, ?> second, Relation<? super M, ?> third) {
        return all().with(Steps.single(all().query(), "select_related")
                .related(List.of(first.path(), second.path(), third.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(
            Relation<? super M, ?> first, Relation<? super M, ?> second, Relation<? super M, ?> third) {
        return prefetchRelated(new String[] {first.path(), second.path(), third.path()});
    }

    /** Loads references with the rows, by a join. */
    default QuerySet<M> selectRelated(
            Relation<? super M, ?> first,
            Relation<? super M, ?> second,
            Relation<? super M, ?> third,
            Relation<? super M, ?> fourth) {
        return all().with(Steps.single(all().query(), "select_related")
                .related(List.of(first.path(), second.path(), third.path(), fourth.path())));
    }

    /** Loads relations of all rows with one further query each. */
    default QuerySet<M> prefetchRelated(
            Relation<? super M, ?> first,
            Relation<? super M, ?> second,
            Relation<? super M, ?> third,
            Relation<? super M, ?> fourth) {
        return prefetchRelated(new String[] {first.path(), second.path(), third.path(), fourth.path()});
    }

    /** Loads references with the rows, in Django's spelling. */
    default QuerySet<M> selectRelated(String... paths) {
        return all().with(Steps.single(all().query(), "select_related").related(List.of(paths)));
    }

    /** Loads relations of all rows with one further query each, in Django's spelling. */
    default QuerySet<M> prefetchRelated(String... paths) {
        Query query = Steps.single(all().query(), "prefetch_related");
        for (String path : paths) {
            query = query.prefetch(new Query.Prefetch(path, null, null));
        }
        return all().with(query);
    }

    /** Loads a relation of all rows with a query of its own. */
    default QuerySet<M> prefetchRelated(Prefetch<? super M> prefetch) {
        return all().with(Steps.single(all().query(), "prefetch_related").prefetch(prefetch.value()));
    }

    /** Loads references with the rows, all that are never null. Django's {@code select_related()} without names. */
    default QuerySet<M> selectAllRelated() {
        return all().with(Steps.single(all().query(), "select_related").related(true));
    }

    /** Loads no references with the rows, whatever was asked before. Django's {@code select_related(None)}. */
    default QuerySet<M> selectRelatedNone() {
        return all().with(all().query().related(false));
    }

    /** Loads no relations by further queries, whatever was asked before. Django's {@code prefetch_related(None)}. */
    default QuerySet<M> prefetchRelatedNone() {
        return all().with(all().query().unprefetched());
    }

    /** Loads all fields, whatever was asked before. Django's {@code defer(None)}. */
    default QuerySet<M> deferNone() {
        return all().with(all().query().undeferred());
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(Token<? super M> first) {
        return all().with(Steps.single(all().query(), "only").only(List.of(first.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(Token<? super M> first, Token<? super M> second) {
        return all().with(Steps.single(all().query(), "only").only(List.of(first.path(), second.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(Token<? super M> first, Token<? super M> second, Token<? super M> third) {
        return all().with(Steps.single(all().query(), "only").only(List.of(first.path(), second.path(), third.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(
            Token<? super M> first, Token<? super M> second, Token<? super M> third, Token<? super M> fourth) {
        return all().with(Steps.single(all().query(), "only")
                .only(List.of(first.path(), second.path(), third.path(), fourth.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(
            Token<? super M> first,
            Token<? super M> second,
            Token<? super M> third,
            Token<? super M> fourth,
            Token<? super M> fifth) {
        return all().with(Steps.single(all().query(), "only")
                .only(List.of(first.path(), second.path(), third.path(), fourth.path(), fifth.path())));
    }

    /** Loads these fields (and the key) only. */
    default QuerySet<M> only(
            Token<? super M> first,
            Token<? super M> second,
            Token<? super M> third,
            Token<? super M> fourth,
            Token<? super M> fifth,
            Token<? super M> sixth) {
        return all().with(Steps.single(all().query(), "only")
                .only(List.of(first.path(), second.path(), third.path(), fourth.path(), fifth.path(), sixth.path())));
    }

    /** Loads all fields but these. */
    default QuerySet<M> defer(Token<? super M> first) {
        return all().with(Steps.single(all().query(), "defer").defer(List.of(first.path())));
    }

    /** Loads all fields but these. */
    default QuerySet<M> defer(Token<? super M> first, Token<? super M> second) {
        return all().with(Steps.single(all().query(), "defer").defer(List.of(first.path(), second.path())));
    }

    /** Loads all fields but these. */
    default QuerySet<M> defer(Token<? super M> first, Token<? super M> second, Token<? super M> third) {
        return all().with(
                        Steps.single(all().query(), "defer").defer(List.of(first.path(), second.path(), third.path())));
    }

    /** Loads these fields (and the key) only, by name. */
    default QuerySet<M> only(String... fields) {
        return all().with(Steps.single(all().query(), "only").only(List.of(fields)));
    }

    /** Loads all fields but these, by name. */
    default QuerySet<M> defer(String... fields) {
        return all().with(Steps.single(all().query(), "defer").defer(List.of(fields)));
    }

    /** How relations are loaded that were not asked for. */
    default QuerySet<M> fetchMode(FetchMode mode) {
        return all().with(all().query().fetchMode(mode));
    }

    /**
     * With a limit for the time its statement may run; one that takes longer is stopped with {@link QueryTimeout}. Whatever is asked for, a
     * request's {@link quintet.core.Deadline} and the database's own limit hold too.
     */
    default QuerySet<M> timeout(Duration limit) {
        return all().with(all().query().timeout(limit));
    }

    /** Locks the rows read until the transaction ends. Django's {@code select_for_update}. SQLite, whose transactions have the whole database, ignores it. */
    default QuerySet<M> forUpdate() {
        return all().with(all().query().lock(new Query.Lock(false, false, false, List.of())));
    }

    /** Locks the rows read, with options. SQLite, whose transactions have the whole database, ignores it. */
    default QuerySet<M> forUpdate(RowLock options) {
        return all().with(all().query()
                .lock(new Query.Lock(options.nowait(), options.skipLocked(), options.noKey(), options.of())));
    }

    /** Locks the rows read, leaving out those that others have locked. */
    default QuerySet<M> forUpdateSkipLocked() {
        return all().with(all().query().lock(new Query.Lock(false, true, false, List.of())));
    }

    /** Locks the rows read; fails at once where others have locked one. */
    default QuerySet<M> forUpdateNoWait() {
        return all().with(all().query().lock(new Query.Lock(true, false, false, List.of())));
    }
}
