package quintet.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowState;

/** Lets the loader do what users may not. */
final class ModelBackdoor extends Backdoor {
    private ModelBackdoor() {}

    static void install() {
        Backdoor.install(new ModelBackdoor());
    }

    @Override
    public RowState state(KeyedModel<?> row) {
        return row.rowState;
    }

    @Override
    public void state(KeyedModel<?> row, RowState state) {
        row.rowState = state;
    }

    @Override
    public void annotations(KeyedModel<?> row, String[] names, @Nullable Object[] values) {
        row.annotationNames = names;
        row.annotationValues = values;
    }

    @Override
    public void annotation(KeyedModel<?> row, String name, @Nullable Object value) {
        String[] names = row.annotationNames == null ? new String[0] : row.annotationNames;
        @Nullable Object[] values = row.annotationValues == null ? new Object[0] : row.annotationValues;
        row.annotationNames = java.util.Arrays.copyOf(names, names.length + 1);
        row.annotationValues = java.util.Arrays.copyOf(values, values.length + 1);
        row.annotationNames[names.length] = name;
        row.annotationValues[values.length] = value;
    }

    @Override
    public @Nullable Object key(Ref<?> ref) {
        return ref.rawKey();
    }

    @Override
    public @Nullable Object loaded(Ref<?> ref) {
        return ref.rawValue();
    }

    @Override
    public boolean isLoaded(Ref<?> ref) {
        return ref.isLoaded();
    }

    @Override
    public void fill(Ref<?> ref, @Nullable Object value) {
        ref.fill(value);
    }

    @Override
    public void fill(Many<?> many, List<?> values) {
        many.fill(values);
    }

    @Override
    public void forget(Many<?> many) {
        many.forget();
    }

    @Override
    public void forget(Ref<?> ref, KeyedModel<?> owner) {
        ref.forget(owner);
    }
}
