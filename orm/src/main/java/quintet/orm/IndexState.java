package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named index of a model, as migrations know it (Django's {@code Index}).
 *
 * @param fields field names, a leading minus for descending order; empty when the index is over expressions
 * @param name the index's name; empty until {@code makemigrations} derives Django's name with its hash
 * @param condition rows the index covers, or null for all
 * @param include fields stored in the index without being part of its key
 * @param opclasses PostgreSQL operator classes, one per field
 * @param expressions the expressions, when the index is not over plain fields
 * @param method how PostgreSQL keeps it (Django's {@code GinIndex} and the like); null: as usual
 */
@CheckReturnValue
public record IndexState(
        List<String> fields,
        String name,
        SchemaExpr.@Nullable Q condition,
        List<String> include,
        List<String> opclasses,
        List<SchemaExpr> expressions,
        @Nullable IndexMethod method) {

    /** An index over fields. */
    public static IndexState of(String... fields) {
        return new IndexState(List.of(fields), "", null, List.of(), List.of(), List.of(), null);
    }

    /** A copy with the name. */
    public IndexState name(String name) {
        return new IndexState(fields, name, condition, include, opclasses, expressions, method);
    }

    /** A copy that covers only the rows of the condition. */
    public IndexState condition(SchemaExpr.Q condition) {
        return new IndexState(fields, name, condition, include, opclasses, expressions, method);
    }

    /** A copy that stores these fields too. */
    public IndexState include(String... fields) {
        return new IndexState(this.fields, name, condition, List.of(fields), opclasses, expressions, method);
    }

    /** A copy with PostgreSQL operator classes, one per field. */
    public IndexState opclasses(String... names) {
        return new IndexState(fields, name, condition, include, List.of(names), expressions, method);
    }

    /** A copy that PostgreSQL keeps in another way. */
    public IndexState using(IndexMethod how) {
        return new IndexState(fields, name, condition, include, opclasses, expressions, how);
    }

    /** A copy with one more expression. */
    public IndexState expression(SchemaExpr expression) {
        List<SchemaExpr> all = new ArrayList<>(expressions);
        all.add(expression);
        return new IndexState(fields, name, condition, include, opclasses, List.copyOf(all), method);
    }
}
