package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.Operation;

/** What two operations that follow each other make together. */
final class Reducer {
    private final String app;

    Reducer(String app) {
        this.app = app;
    }

    /** The result of looking at two operations. */
    sealed interface Outcome {
        /** Both are replaced by these. */
        record Joined(List<Operation> operations) implements Outcome {}

        /** They may change places. */
        record Passes() implements Outcome {}

        /** Their order matters. */
        record Blocked() implements Outcome {}
    }

    private static Outcome joined(Operation... operations) {
        return new Outcome.Joined(List.of(operations));
    }

    private static Outcome passing(boolean passes) {
        return passes ? new Outcome.Passes() : new Outcome.Blocked();
    }

    /** Whether the first may come after the second. */
    boolean passes(Operation first, Operation second) {
        return reduce(first, second) instanceof Outcome.Passes;
    }

    Outcome reduce(Operation first, Operation second) {
        Outcome own = switch (first) {
            case Operation.CreateModel o -> new CreateModelReducer(o).reduce(second);
            case Operation.RenameModel o ->
                second instanceof Operation.RenameModel r && References.same(o.newName(), r.oldName())
                        ? joined(new Operation.RenameModel(o.oldName(), r.newName()))
                        : null;
            case Operation.AddField o -> addField(o, second);
            case Operation.RemoveField o ->
                second instanceof Operation.DeleteModel d && References.same(d.name(), o.model())
                        ? joined(second)
                        : null;
            case Operation.AlterField o -> alterField(o, second);
            case Operation.RenameField o ->
                second instanceof Operation.RenameField r
                                && References.same(r.model(), o.model())
                                && References.same(o.newName(), r.oldName())
                        ? joined(new Operation.RenameField(o.model(), o.oldName(), r.newName()))
                        : null;
            case Operation.AddIndex o -> addIndex(o, second);
            case Operation.RenameIndex o -> renameIndex(o, second);
            case Operation.AddConstraint o -> addConstraint(o, second);
            default -> replacedOption(first, second);
        };
        return own != null ? own : general(first, second);
    }

    private static @Nullable Outcome replacedOption(Operation first, Operation second) {
        String name = optionOf(first);
        if (name == null) {
            return null;
        }
        boolean sameKind = first.getClass() == second.getClass() && name.equalsIgnoreCase(optionOf(second));
        boolean deleted = second instanceof Operation.DeleteModel d && References.same(d.name(), name);
        return sameKind || deleted ? joined(second) : null;
    }

    /** The model whose option the operation sets, or null. */
    private static @Nullable String optionOf(Operation operation) {
        return switch (operation) {
            case Operation.AlterModelTable o -> o.name();
            case Operation.AlterModelTableComment o -> o.name();
            case Operation.AlterUniqueTogether o -> o.name();
            case Operation.AlterIndexTogether o -> o.name();
            case Operation.AlterOrderWithRespectTo o -> o.name();
            case Operation.AlterModelOptions o -> o.name();
            default -> null;
        };
    }

    private Outcome general(Operation first, Operation second) {
        if (elidable(first)) {
            return joined(second);
        }
        if (elidable(second)) {
            return joined(first);
        }
        return switch (first) {
            case Operation.CreateModel o -> passing(!References.model(second, o.name(), app));
            case Operation.DeleteModel o -> passing(!References.model(second, o.name(), app));
            case Operation.RenameModel o -> passing(!References.model(second, o.newName(), app));
            case Operation.AddField o -> passing(!References.field(second, o.model(), o.name(), app));
            case Operation.RemoveField o -> passing(!References.field(second, o.model(), o.name(), app));
            case Operation.AlterField o -> passing(!References.field(second, o.model(), o.name(), app));
            case Operation.RenameField o ->
                passing(!References.field(second, o.model(), o.oldName(), app)
                        && !References.field(second, o.model(), o.newName(), app));
            default -> {
                String model = optionOf(first);
                yield passing(model != null && !References.model(second, model, app));
            }
        };
    }

    private static boolean elidable(Operation operation) {
        return (operation instanceof Operation.RunSql s && s.elidable())
                || (operation instanceof Operation.RunJava j && j.elidable());
    }

    private static boolean sameField(String model, String field, String otherModel, String otherField) {
        return References.same(model, otherModel) && References.same(field, otherField);
    }

    private static @Nullable Outcome addField(Operation.AddField o, Operation second) {
        return switch (second) {
            case Operation.AlterField a
            when sameField(o.model(), o.name(), a.model(), a.name()) ->
                joined(new Operation.AddField(o.model(), a.name(), a.field(), true));
            case Operation.RemoveField r when sameField(o.model(), o.name(), r.model(), r.name()) -> joined();
            case Operation.RenameField r
            when sameField(o.model(), o.name(), r.model(), r.oldName()) ->
                joined(new Operation.AddField(o.model(), r.newName(), o.field(), o.preserveDefault()));
            default -> null;
        };
    }

    private static @Nullable Outcome alterField(Operation.AlterField o, Operation second) {
        return switch (second) {
            case Operation.AlterField a when sameField(o.model(), o.name(), a.model(), a.name()) -> joined(second);
            case Operation.RemoveField r when sameField(o.model(), o.name(), r.model(), r.name()) -> joined(second);
            case Operation.RenameField r
            when sameField(o.model(), o.name(), r.model(), r.oldName())
                    && o.field().option("db_column") == null
                    && o.field().option("db_columns") == null ->
                joined(second, new Operation.AlterField(o.model(), r.newName(), o.field(), o.preserveDefault()));
            default -> null;
        };
    }

    private static @Nullable Outcome addIndex(Operation.AddIndex o, Operation second) {
        String name = o.index().name();
        if (second instanceof Operation.RemoveIndex r && r.name().equals(name)) {
            return joined();
        }
        if (second instanceof Operation.RenameIndex r && name.equals(r.oldName())) {
            return joined(new Operation.AddIndex(o.model(), o.index().name(r.newName())));
        }
        return null;
    }

    private static @Nullable Outcome renameIndex(Operation.RenameIndex o, Operation second) {
        if (second instanceof Operation.RenameIndex r
                && References.same(o.model(), r.model())
                && o.newName().equals(r.oldName())) {
            return joined(new Operation.RenameIndex(o.model(), r.newName(), o.oldName(), o.oldFields()));
        }
        return null;
    }

    private static @Nullable Outcome addConstraint(Operation.AddConstraint o, Operation second) {
        String name = o.constraint().name();
        if (second instanceof Operation.RemoveConstraint r
                && References.same(o.model(), r.model())
                && r.name().equals(name)) {
            return joined();
        }
        if (second instanceof Operation.AlterConstraint a
                && References.same(o.model(), a.model())
                && a.name().equals(name)) {
            return joined(new Operation.AddConstraint(o.model(), a.constraint()));
        }
        return null;
    }

    /** A copy of the fields under changed names. */
    static Map<String, FieldState> renamed(Map<String, FieldState> fields, String from, String to) {
        Map<String, FieldState> result = new LinkedHashMap<>();
        fields.forEach((name, field) -> result.put(name.equalsIgnoreCase(from) ? to : name, field));
        return result;
    }

    /** A copy of the list with one more item. */
    static List<Object> plus(@Nullable Object list, Object item) {
        List<Object> result = new ArrayList<>();
        if (list instanceof List<?> existing) {
            result.addAll(existing);
        }
        result.add(item);
        return List.copyOf(result);
    }
}
