package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.orm.Operation;

/** An operation the autodetector has found, with what must come before it. */
record Detection(Operation operation, List<Needs> needs) {

    /** What kind of change is needed first. */
    enum Kind {
        CREATE,
        REMOVE,
        ALTER,
        ORDER_WRT_UNSET,
        FOO_TOGETHER_CHANGE,
        REMOVE_INDEX_OR_CONSTRAINT
    }

    /** A change of a model, or of one of its fields, that must come first. */
    record Needs(String app, String model, @Nullable String field, Kind kind) {
        Needs {
            model = model.toLowerCase(Locale.ROOT);
        }

        ModelKey key() {
            return new ModelKey(app, model);
        }

        /** Whether the operation of the app is the change. */
        boolean metBy(Operation operation) {
            return switch (kind) {
                case CREATE ->
                    field == null
                            ? operation instanceof Operation.CreateModel m && is(m.name())
                            : (operation instanceof Operation.CreateModel c
                                            && is(c.name())
                                            && c.fields().keySet().stream().anyMatch(f -> f.equalsIgnoreCase(field)))
                                    || (operation instanceof Operation.AddField a
                                            && is(a.model())
                                            && isField(a.name()));
                case REMOVE ->
                    field == null
                            ? operation instanceof Operation.DeleteModel d && is(d.name())
                            : operation instanceof Operation.RemoveField r && is(r.model()) && isField(r.name());
                case ALTER -> operation instanceof Operation.AlterField o && is(o.model()) && isField(o.name());
                case ORDER_WRT_UNSET ->
                    operation instanceof Operation.AlterOrderWithRespectTo o
                            && is(o.name())
                            && !(o.field() != null && isField(o.field()));
                case FOO_TOGETHER_CHANGE ->
                    (operation instanceof Operation.AlterUniqueTogether u && is(u.name()))
                            || (operation instanceof Operation.AlterIndexTogether i && is(i.name()));
                case REMOVE_INDEX_OR_CONSTRAINT ->
                    (operation instanceof Operation.RemoveIndex i && is(i.model()))
                            || (operation instanceof Operation.RemoveConstraint c && is(c.model()));
            };
        }

        private boolean is(String name) {
            return name.equalsIgnoreCase(model);
        }

        private boolean isField(String name) {
            return name.equalsIgnoreCase(field);
        }
    }

    static Detection of(Operation operation, List<Needs> needs) {
        return new Detection(operation, new ArrayList<>(needs));
    }
}
