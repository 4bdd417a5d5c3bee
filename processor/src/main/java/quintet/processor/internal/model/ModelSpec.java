package quintet.processor.internal.model;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import quintet.processor.internal.FieldSpec;

/**
 * A model as the generator sees it.
 *
 * @param type the class
 * @param name its qualified name
 * @param companion the companion's simple name
 * @param packageName the package of both
 * @param isAbstract whether it only lends its fields to others
 * @param isProxy whether it is another view of the table of the class it extends
 * @param fields all fields, inherited ones first
 * @param generics the relations to whatever model, which are handles over other fields
 * @param manager the name of the static manager, null for an abstract model
 * @param managers the names of all static managers, in order
 * @param meta the name of the static {@code Meta}, or null
 */
record ModelSpec(
        TypeElement type,
        String name,
        String companion,
        String packageName,
        boolean isAbstract,
        boolean isProxy,
        List<FieldSpec> fields,
        List<Generic> generics,
        @Nullable String manager,
        List<String> managers,
        @Nullable String meta) {

    /**
     * A handle over fields that name a model and a row: {@code GenericRef}, or {@code GenericMany} at the other end.
     *
     * @param name the Java name
     * @param make the expression that makes it, with {@code m} for its owner
     * @param owns whether the objects at the other end go with their owner
     * @param target the model at the other end; null for a handle that leads to any model
     * @param columns the names of the two fields and of the way back, as source
     */
    record Generic(
            String name,
            String make,
            boolean owns,
            @Nullable TypeElement target,
            String columns) {}

    /** The fields with a column, in order; their place is the field's number. */
    List<FieldSpec> columns() {
        return fields.stream().filter(FieldSpec::isColumn).toList();
    }

    /** The fields without a column: many-to-many and the other ends of relations. */
    List<FieldSpec> others() {
        return fields.stream().filter(field -> !field.isColumn()).toList();
    }
}
