package quintet.orm.internal.sql;

import java.util.List;
import quintet.orm.FieldMeta;

/**
 * A path found in the models.
 *
 * @param hops the steps through relations
 * @param field the field at the end, in the model the last hop leads to
 * @param relation whether the path names a relation rather than a plain field
 * @param rest what is left of the path: transforms and a lookup
 */
record Trail(List<Hop> hops, FieldMeta field, boolean relation, List<String> rest) {}
