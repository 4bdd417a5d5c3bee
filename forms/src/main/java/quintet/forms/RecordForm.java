package quintet.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldDeclaration;
import quintet.forms.internal.Declared;

/**
 * The target of a form record; the processor writes a subclass into the record's companion.
 *
 * @param <T> the record
 */
public abstract class RecordForm<T> implements FormTarget<T> {
    private volatile @Nullable Map<String, FieldSpec<?>> fields;

    /** Made by companions. */
    protected RecordForm() {}

    /** The components as declared, in order. */
    protected abstract List<FieldDeclaration> declarations();

    /** Made at first use, so that a companion's initialiser does nothing. */
    @Override
    public final Map<String, FieldSpec<?>> fields() {
        Map<String, FieldSpec<?>> known = fields;
        if (known == null) {
            Map<String, FieldSpec<?>> made = new LinkedHashMap<>();
            for (FieldDeclaration declaration : declarations()) {
                made.put(declaration.name(), Declared.ofComponent(declaration));
            }
            known = Collections.unmodifiableMap(made);
            fields = known;
        }
        return known;
    }
}
