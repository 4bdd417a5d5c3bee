package quintet.orm.internal.migrations.schema;

/** Where statements go: to a database or into a list. */
@FunctionalInterface
public interface SqlSink {
    void execute(String sql);
}
