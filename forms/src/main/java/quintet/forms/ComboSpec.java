package quintet.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field whose value must pass several fields, one after the other (Django's {@code ComboField}). */
public final class ComboSpec extends FieldSpec<ComboSpec> {
    private final List<FieldSpec<?>> fields;

    ComboSpec(List<FieldSpec<?>> fields) {
        this.fields = fields.stream()
                .<FieldSpec<?>>map(field -> field.required(false))
                .toList();
    }

    @Override
    public @Nullable Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        Object value = super.clean(raw, initialValue);
        for (FieldSpec<?> field : fields) {
            value = field.clean(value);
        }
        return value;
    }
}
