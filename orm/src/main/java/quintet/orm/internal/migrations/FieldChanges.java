package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.MigrationQuestions;
import quintet.orm.Operation;
import quintet.orm.internal.migrations.Comparison.FieldKey;
import quintet.orm.internal.migrations.Detection.Kind;
import quintet.orm.internal.migrations.Detection.Needs;
import quintet.orm.internal.migrations.schema.SchemaField;
import quintet.orm.internal.migrations.schema.SchemaModel;

/** Finds added, removed, renamed and altered fields of models that stay. */
final class FieldChanges {
    private static final Set<String> TIMES = Set.of("DateField", "DateTimeField", "TimeField");
    private static final Set<String> AUTO = Set.of("AutoField", "BigAutoField", "SmallAutoField");

    private final Comparison c;
    private final List<Rename> renames = new ArrayList<>();

    FieldChanges(Comparison comparison) {
        this.c = comparison;
    }

    private record Rename(FieldKey now, String oldName, FieldState oldField, FieldState field) {}

    /** Asks which fields were renamed; the operations follow in {@link #renamed}. */
    void findRenamed() {
        Set<FieldKey> old = new TreeSet<>(c.oldFields);
        for (FieldKey key : Comparison.minus(c.newFields, c.oldFields)) {
            FieldState field = field(c.to.get(key.key()), key.field());
            for (FieldKey gone : Comparison.minus(old, c.newFields)) {
                if (!gone.key().equals(key.key())) {
                    continue;
                }
                FieldState before = field(c.oldModel(key.key()), gone.field());
                if (sameButName(followRenamedModels(before), field, gone, key)
                        && c.questioner.renamedField(key.model(), gone.field(), key.field(), field)) {
                    renames.add(new Rename(key, gone.field(), before, field));
                    old.remove(gone);
                    old.add(key);
                    c.renamedFields.put(key, gone.field());
                    break;
                }
            }
        }
    }

    private boolean sameButName(FieldState before, FieldState field, FieldKey gone, FieldKey key) {
        if (before.equals(field)) {
            return true;
        }
        if (before.type().equals("ManyToManyField") || !before.type().equals(field.type())) {
            return false;
        }
        SchemaField old = SchemaModel.of(c.from, c.oldModel(key.key())).field(gone.field());
        if (old.spans()) {
            List<String> columns =
                    old.columnFields().stream().map(SchemaField::column).toList();
            return before.with("db_columns", columns).equals(field);
        }
        String column = old.column();
        return before.with("db_column", column).equals(field);
    }

    private FieldState followRenamedModels(FieldState field) {
        if (field.option("to") instanceof String to) {
            for (Map.Entry<ModelKey, String> renamed : c.renamedModels.entrySet()) {
                if (to.equals(renamed.getKey().app() + "." + renamed.getValue())) {
                    return field.with("to", renamed.getKey().toString());
                }
            }
        }
        return field;
    }

    void renamed() {
        for (Rename rename : renames) {
            FieldKey key = rename.now();
            boolean sameColumn = Stream.of("db_column", "db_columns")
                    .allMatch(option -> Objects.equals(
                            rename.oldField().option(option), rename.field().option(option)));
            if (!sameColumn) {
                c.add(
                        key.app(),
                        new Operation.AlterField(key.model(), rename.oldName(), rename.field(), true),
                        List.of());
            }
            c.add(key.app(), new Operation.RenameField(key.model(), rename.oldName(), key.field()), List.of());
            c.oldFields.remove(new FieldKey(key.app(), key.model(), rename.oldName()));
            c.oldFields.add(key);
        }
    }

    void removed() {
        Comparison.minus(c.oldFields, c.newFields).forEach(this::remove);
    }

    private void remove(FieldKey key) {
        List<Needs> needs = new ArrayList<>();
        for (Kind kind : List.of(Kind.ORDER_WRT_UNSET, Kind.FOO_TOGETHER_CHANGE, Kind.REMOVE_INDEX_OR_CONSTRAINT)) {
            needs.add(new Needs(key.app(), key.model(), key.field(), kind));
        }
        c.add(key.app(), new Operation.RemoveField(key.model(), key.field()), needs);
    }

    void added() {
        Comparison.minus(c.newFields, c.oldFields).forEach(this::add);
    }

    private void add(FieldKey key) {
        FieldState field = field(c.to.get(key.key()), key.field());
        List<Needs> needs = new ArrayList<>();
        needs.add(new Needs(key.app(), key.model(), key.field(), Kind.REMOVE));
        needs.addAll(Comparison.relationNeeds(key.key(), field));
        if (field.type().equals("GeneratedField")) {
            References.fieldNames(field.option("expression"))
                    .forEach(name -> needs.add(new Needs(key.app(), key.model(), name, Kind.CREATE)));
        }
        boolean preserve = hasValueForOldRows(field, key);
        if (!preserve) {
            MigrationQuestions.Answer answer = TIMES.contains(field.type()) && field.flag("auto_now_add", false)
                    ? c.questioner.defaultForAutoNowAdd(key.model(), key.field(), field)
                    : c.questioner.defaultForNew(key.model(), key.field(), field);
            field = field.with("default", answer.value());
        }
        c.add(key.app(), new Operation.AddField(key.model(), key.field(), field, preserve), needs);
    }

    private boolean hasValueForOldRows(FieldState field, FieldKey key) {
        return field.flag("null", field.type().equals("NullBooleanField"))
                || field.has("default")
                || field.has("db_default")
                || field.type().equals("ManyToManyField")
                || field.type().equals("GeneratedField")
                || field.type().equals("CompositePrimaryKey")
                || AUTO.contains(field.type())
                || field.flag("auto_now", false)
                || (field.flag("blank", false)
                        && SchemaModel.of(c.to, key.key()).field(key.field()).emptyStringsAllowed());
    }

    void altered() {
        for (FieldKey key : Comparison.both(c.oldFields, c.newFields)) {
            String oldName = c.renamedFields.getOrDefault(key, key.field());
            FieldState before = followRenames(followKeyRenames(key, field(c.oldModel(key.key()), oldName)));
            FieldState after = field(c.to.get(key.key()), key.field());
            if (before.equals(after) || !oldName.equals(key.field())) {
                continue;
            }
            boolean wasPairs = before.type().equals("ManyToManyField");
            boolean isPairs = after.type().equals("ManyToManyField");
            if (wasPairs != isPairs) {
                remove(key);
                add(key);
            } else {
                alter(key, before, after);
            }
        }
    }

    private void alter(FieldKey key, FieldState before, FieldState after) {
        boolean losesNull = before.flag("null", false)
                && !after.flag("null", false)
                && !after.has("default")
                && !after.has("db_default")
                && !after.type().equals("ManyToManyField");
        FieldState field = after;
        boolean preserve = true;
        if (losesNull) {
            Optional<MigrationQuestions.Answer> answer =
                    c.questioner.defaultForNotNull(key.model(), key.field(), after);
            if (answer.isPresent()) {
                field = after.with("default", answer.get().value());
                preserve = false;
            }
        }
        c.add(
                key.app(),
                new Operation.AlterField(key.model(), key.field(), field, preserve),
                Comparison.relationNeeds(key.key(), after));
    }

    /** A key with several fields whose fields were renamed. */
    private FieldState followKeyRenames(FieldKey key, FieldState old) {
        if (!old.type().equals("CompositePrimaryKey") || !(old.option("fields") instanceof List<?> parts)) {
            return old;
        }
        List<Object> names = new ArrayList<>(parts);
        c.renamedFields.forEach((now, before) -> {
            if (now.key().equals(key.key())) {
                names.replaceAll(part ->
                        part.equals(before) ? now.field() : part.equals(before + "_id") ? now.field() + "_id" : part);
            }
        });
        return old.with("fields", names);
    }

    /** The old form with the renames applied that other operations take care of. */
    private FieldState followRenames(FieldState old) {
        FieldState result = followRenamedModels(old);
        if (result.option("to") instanceof String to && result.option("to_field") instanceof String target) {
            for (Map.Entry<FieldKey, String> renamed : c.renamedFields.entrySet()) {
                FieldKey now = renamed.getKey();
                if (renamed.getValue().equals(target) && to.equals(now.key().toString())) {
                    result = result.with("to_field", now.field());
                }
            }
        }
        if (result.option("through") instanceof String through) {
            result = result.with("through", followThrough(through));
        }
        return result;
    }

    private @Nullable String followThrough(String through) {
        for (Map.Entry<ModelKey, String> renamed : c.renamedModels.entrySet()) {
            ModelKey key = renamed.getKey();
            if (ModelKey.parse(through, key.app()).equals(new ModelKey(key.app(), renamed.getValue()))) {
                return key.app() + "." + c.to.get(key).name();
            }
        }
        return through;
    }

    private static FieldState field(ModelState model, String name) {
        FieldState field = model.fields().get(name);
        if (field == null) {
            throw new MigrationException("Model " + model.key() + " has no field '" + name + "'");
        }
        return field;
    }
}
