package quintet.orm;

/** Tells how rows name models in {@link PlainRelation}s; a service that the module of content types gives each site. */
public interface ModelTypes {
    /** SQL that gives what stands for a model in a row's type column. */
    String sql(ModelMeta<?> model);
}
