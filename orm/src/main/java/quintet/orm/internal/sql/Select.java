package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Query;

/** A SELECT whose parts are resolved. */
final class Select {
    /** A column of the result. */
    record Item(R value, @Nullable String name) {}

    final Scope scope;
    final List<Item> items = new ArrayList<>();
    final List<R.C> where = new ArrayList<>();
    final List<R.C> having = new ArrayList<>();
    /** Conditions on windows, which are computed after the others were met. */
    final List<R.C> qualify = new ArrayList<>();

    final List<R> groupBy = new ArrayList<>();
    final List<R.By> orderBy = new ArrayList<>();
    final List<R> distinctOn = new ArrayList<>();
    boolean distinct;
    /** The number of the slice's first value; -1: no slice. */
    int limitSlot = -1;

    boolean hasLow;
    boolean hasHigh;
    /** A fixed limit; -1: none. */
    int fixedLimit = -1;

    Query.@Nullable Lock lock;
    /** The tables whose rows are locked; empty: all. */
    final List<Join> lockOf = new ArrayList<>();

    /** The SELECT in FROM instead of tables. */
    @Nullable
    Select from;

    @Nullable
    String combinedOperator;

    final List<Select> combined = new ArrayList<>();
    boolean empty;

    Select(Scope scope) {
        this.scope = scope;
    }
}
