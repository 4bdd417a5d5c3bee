package quintet.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import quintet.core.CheckMessage;
import quintet.orm.internal.query.Node;

/**
 * A model's options, declared as {@code public static final Meta<Book> meta = Meta.of(Book.class).ordering(...)}. An
 * immutable value. Answers to Django's {@code class Meta}.
 *
 * @param <M> the model
 */
public final class Meta<M> extends MetaValues {
    /**
     * How the database computes a column.
     *
     * @param expression from other columns of the row
     * @param stored whether it is computed when the row is written, rather than when it is read
     */
    public record Generated(Node expression, boolean stored) {}

    private Meta(Options options) {
        super(options);
    }

    /** No options. */
    public static <M> Meta<M> of(Class<M> model) {
        return new Meta<>(new Options());
    }

    private Meta<M> change(Consumer<Options> change) {
        Options changed = options().clone();
        change.accept(changed);
        return new Meta<>(changed);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> more = new ArrayList<>(list);
        more.add(item);
        return List.copyOf(more);
    }

    /** Sorts rows when a query does not. */
    public Meta<M> ordering(Order<? super M> first) {
        return change(o -> o.ordering = List.of(first.ordering()));
    }

    /** Sorts rows when a query does not. */
    public Meta<M> ordering(Order<? super M> first, Order<? super M> second) {
        return change(o -> o.ordering = List.of(first.ordering(), second.ordering()));
    }

    /** Sorts rows when a query does not. */
    public Meta<M> ordering(Order<? super M> first, Order<? super M> second, Order<? super M> third) {
        return change(o -> o.ordering = List.of(first.ordering(), second.ordering(), third.ordering()));
    }

    /** Sorts rows when a query does not, in Django's spelling: {@code "-published", "title"}. */
    public Meta<M> ordering(String... names) {
        return change(o -> o.ordering =
                Arrays.stream(names).map(name -> Order.of(name).ordering()).toList());
    }

    /** Adds an index over one column, with Django's automatic name. */
    public Meta<M> index(Order<? super M> column) {
        return change(o -> o.indexes = plus(o.indexes, Index.of("", column)));
    }

    /** Adds an index over two columns, with Django's automatic name. */
    public Meta<M> index(Order<? super M> first, Order<? super M> second) {
        return change(o -> o.indexes = plus(o.indexes, Index.of("", first, second)));
    }

    /** Adds an index. */
    public Meta<M> index(Index index) {
        return change(o -> o.indexes = plus(o.indexes, index));
    }

    /** Adds a check: every row meets the condition. */
    public Meta<M> check(String name, Cond<? super M> condition) {
        return constraint(Constraint.check(name, condition));
    }

    /** Adds a constraint: no two rows have the same values. */
    public Meta<M> unique(String name, Token<? super M> first) {
        return constraint(Constraint.unique(name, first));
    }

    /** Adds a constraint: no two rows have the same values. */
    public Meta<M> unique(String name, Token<? super M> first, Token<? super M> second) {
        return constraint(Constraint.unique(name, first, second));
    }

    /** Adds a constraint: no two rows have the same values. */
    public Meta<M> unique(String name, Token<? super M> first, Token<? super M> second, Token<? super M> third) {
        return constraint(Constraint.unique(name, first, second, third));
    }

    /** Adds a constraint. */
    public Meta<M> constraint(Constraint constraint) {
        return change(o -> o.constraints = plus(o.constraints, constraint));
    }

    /** No two rows have the same values in these fields; new code prefers {@link #unique}. Django's {@code unique_together}. */
    public Meta<M> uniqueTogether(Token<? super M> first, Token<? super M> second) {
        return change(o -> o.uniqueTogether = plus(o.uniqueTogether, List.of(first.path(), second.path())));
    }

    /** No two rows have the same values in these fields, in Django's spelling. */
    public Meta<M> uniqueTogether(String... fields) {
        return change(o -> o.uniqueTogether = plus(o.uniqueTogether, List.of(fields)));
    }

    /**
     * The database computes the column when the row is written: {@code generated(Product_.total,
     * Product_.price.times(Product_.quantity))}. Saving never writes it, and reads it back. Django's {@code
     * GeneratedField(db_persist=True)}.
     */
    public Meta<M> generated(Column<? super M, ?> column, Expr<? super M, ?> expression) {
        return generated(column, new Generated(expression.node(), true));
    }

    /** The same, computed when the row is read. Django's {@code GeneratedField(db_persist=False)}. */
    public Meta<M> generatedVirtual(Column<? super M, ?> column, Expr<? super M, ?> expression) {
        return generated(column, new Generated(expression.node(), false));
    }

    private Meta<M> generated(Column<? super M, ?> column, Generated how) {
        return change(o -> o.generated = plus(o.generated, column.path(), how));
    }

    /**
     * The database fills the column with an expression when a new row leaves it out, that is, when the Java field is
     * null: {@code dbDefault(Order_.placed, Functions.now())}. Literals are declared at the field. Django's {@code
     * db_default}.
     */
    public Meta<M> dbDefault(Column<? super M, ?> column, Expr<?, ?> expression) {
        return change(o -> o.databaseDefaults = plus(o.databaseDefaults, column.path(), expression.node()));
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
        Map<String, V> more = new java.util.LinkedHashMap<>(map);
        more.put(name, value);
        return java.util.Collections.unmodifiableMap(more);
    }

    /** What people call one of them. Default: from the class's name. */
    public Meta<M> verboseName(String name) {
        return change(o -> o.verboseName = name);
    }

    /** What people call many of them. Default: the name with an s. */
    public Meta<M> verboseNamePlural(String name) {
        return change(o -> o.verboseNamePlural = name);
    }

    /** The table's name. Default: {@code <app>_<model>}. Django's {@code db_table}. */
    public Meta<M> table(String name) {
        return change(o -> o.table = name);
    }

    /** A comment on the table in the database. */
    public Meta<M> tableComment(String comment) {
        return change(o -> o.tableComment = comment);
    }

    /** The app the model belongs to. Default: that of the class's package. */
    public Meta<M> appLabel(String label) {
        return change(o -> o.appLabel = label);
    }

    /** The field {@code latest} and {@code earliest} sort by. */
    public Meta<M> latestBy(Token<? super M> field) {
        return latestBy(field.path());
    }

    /** The two fields {@code latest} and {@code earliest} sort by. */
    public Meta<M> latestBy(Token<? super M> first, Token<? super M> second) {
        return latestBy(first.path(), second.path());
    }

    /** The fields {@code latest} and {@code earliest} sort by, in Django's spelling; {@code -} turns one round. */
    public Meta<M> latestBy(String... fields) {
        return change(o -> o.latestBy = List.of(fields));
    }

    /** Keeps an order among the rows that point to the same object. */
    public Meta<M> orderWithRespectTo(Token<? super M> relation) {
        return change(o -> o.orderWithRespectTo = relation.path());
    }

    /** Further permissions, by code name. */
    public Meta<M> permissions(Map<String, String> permissions) {
        return change(o -> o.permissions = Map.copyOf(permissions));
    }

    /** The permissions every model has: {@code add}, {@code change}, {@code delete}, {@code view} unless given here. */
    public Meta<M> defaultPermissions(String... names) {
        return change(o -> o.defaultPermissions = List.of(names));
    }

    /** The table is made and changed by somebody else. Django's {@code managed = False}. */
    public Meta<M> unmanaged() {
        return change(o -> o.managed = false);
    }

    /**
     * A model in whose place a setting may put another: {@code swappable("AUTH_USER_MODEL")}. Point to it by an abstract model
     * that both extend. The setting is {@link ModelSetting}.
     */
    public Meta<M> swappable(String setting) {
        return change(o -> o.swappable = setting);
    }

    /**
     * The manager that is used where none is named, by the name of its static field; else that is {@code objects}, or the first.
     * Django's {@code default_manager_name}.
     */
    public Meta<M> defaultManager(String name) {
        return change(o -> o.defaultManager = name);
    }

    /**
     * The manager that references are loaded by, by the name of its static field; else they find all rows. Django's {@code
     * base_manager_name}.
     */
    public Meta<M> baseManager(String name) {
        return change(o -> o.baseManager = name);
    }

    /** The name of the ways back of relations that name none themselves. Django's {@code default_related_name}. */
    public Meta<M> defaultRelatedName(String name) {
        return change(o -> o.defaultRelatedName = name);
    }

    /** Adds a check of your own, run with the others. Django's {@code check()} of a model or constraint. */
    public Meta<M> checks(Function<ModelMeta<?>, List<CheckMessage>> check) {
        return change(o -> o.checks = plus(o.checks, check));
    }

    /** The tablespace of the table, where the database has such. Django's {@code db_tablespace}. */
    public Meta<M> tablespace(String name) {
        return change(o -> o.tablespace = name);
    }

    /** The table is made only in this kind of database: {@code sqlite}, {@code postgresql} or {@code mysql}. */
    public Meta<M> requiredVendor(String vendor) {
        return change(o -> o.requiredVendor = vendor);
    }

    /** The table is made only in databases that can do this, under Django's names, such as {@code supports_json_field}. */
    public Meta<M> requiredFeatures(String... features) {
        return change(o -> o.requiredFeatures = List.of(features));
    }

    /**
     * The fields by which people tell rows apart. Gives {@link KeyedModel#naturalKey} and {@link Manager#getByNaturalKey} their
     * meaning.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Meta<M> naturalKey(Token<? super M>... fields) {
        return change(o -> o.naturalKey = Arrays.stream(fields).map(Token::path).toList());
    }

    /**
     * Saving an object with a key asks first whether its row is there, for databases whose triggers hide how many rows an update
     * met. Django's {@code select_on_save}.
     */
    public Meta<M> selectOnSave() {
        return change(o -> o.selectOnSave = true);
    }
}
