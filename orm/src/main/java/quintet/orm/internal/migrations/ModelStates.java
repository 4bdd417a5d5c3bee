package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.Constraint;
import quintet.orm.ConstraintState;
import quintet.orm.FieldMeta;
import quintet.orm.FieldState;
import quintet.orm.Index;
import quintet.orm.IndexState;
import quintet.orm.Meta;
import quintet.orm.MigrationFields;
import quintet.orm.ModelMeta;
import quintet.orm.internal.query.Node;

/** The models of a site as they are now, in the terms of migrations. */
public final class ModelStates {
    private ModelStates() {}

    /** The state of these models. */
    public static ProjectState of(List<ModelMeta<?>> models) {
        return ProjectState.of(models.stream().map(ModelStates::of).toList());
    }

    private static ModelState of(ModelMeta<?> model) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        if (!model.isProxy()) {
            if (model.hasCompositeKey()) {
                fields.put(
                        "pk",
                        MigrationFields.compositePrimaryKey(model.keyFields().stream()
                                .map(FieldMeta::declared)
                                .distinct()
                                .map(ModelStates::keyPart)
                                .toArray(String[]::new)));
            }
            model.declaredColumns().stream()
                    .filter(field -> !field.isInherited() && field != model.orderField())
                    .forEach(field -> fields.put(field.djangoName(), FieldStates.of(field)));
            model.manyToMany().stream()
                    .filter(field -> !field.isInherited())
                    .forEach(field -> fields.put(field.djangoName(), FieldStates.of(field)));
        }
        ModelMeta<?> parent = model.parent();
        List<String> bases = parent == null ? List.of() : List.of(parent.label().toLowerCase(java.util.Locale.ROOT));
        return new ModelState(model.appLabel(), model.objectName(), fields, options(model), bases);
    }

    /** A field of a key: a foreign key by its column, as Django has it; one with several columns by itself. */
    private static String keyPart(FieldMeta field) {
        return field.isReference() && field.hasColumn() ? field.djangoName() + "_id" : field.djangoName();
    }

    private static Map<String, @Nullable Object> options(ModelMeta<?> model) {
        Meta<?> meta = model.options();
        MetaNames names = new MetaNames(model);
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        put(options, "verbose_name", meta.verboseName());
        put(options, "verbose_name_plural", meta.verboseNamePlural());
        put(options, "db_table", meta.table());
        put(options, "db_table_comment", meta.tableComment());
        if (!meta.ordering().isEmpty()) {
            options.put(
                    "ordering", meta.ordering().stream().map(names::ordering).toList());
        }
        if (!meta.uniqueTogether().isEmpty()) {
            options.put(
                    "unique_together",
                    meta.uniqueTogether().stream()
                            .map(group -> group.stream().map(names::path).toList())
                            .toList());
        }
        if (!meta.latestBy().isEmpty()) {
            List<String> latest = meta.latestBy().stream().map(names::signed).toList();
            options.put("get_latest_by", latest.size() == 1 ? latest.getFirst() : latest);
        }
        String respect = meta.orderWithRespectTo();
        put(options, "order_with_respect_to", respect == null ? null : names.path(respect));
        put(options, "default_manager_name", meta.defaultManager());
        put(options, "base_manager_name", meta.baseManager());
        put(options, "default_related_name", meta.defaultRelatedName());
        put(options, "db_tablespace", meta.tablespace());
        put(options, "required_db_vendor", meta.requiredVendor());
        if (!meta.requiredFeatures().isEmpty()) {
            options.put("required_db_features", meta.requiredFeatures());
        }
        put(options, "swappable", meta.swappable());
        if (meta.isSelectOnSave()) {
            options.put("select_on_save", true);
        }
        if (!meta.permissions().isEmpty()) {
            List<Object> permissions = new ArrayList<>();
            meta.permissions().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> permissions.add(List.of(e.getKey(), e.getValue())));
            options.put("permissions", permissions);
        }
        if (!meta.defaultPermissions().equals(List.of("add", "change", "delete", "view"))) {
            options.put("default_permissions", meta.defaultPermissions());
        }
        if (!meta.isManaged()) {
            options.put("managed", false);
        }
        if (model.isProxy()) {
            options.put("proxy", true);
        }
        if (!model.indexes().isEmpty()) {
            options.put(
                    "indexes",
                    model.indexes().stream().map(i -> index(names, i)).toList());
        }
        if (!model.constraints().isEmpty()) {
            options.put(
                    "constraints",
                    model.constraints().stream().map(c -> constraint(names, c)).toList());
        }
        return options;
    }

    private static void put(Map<String, @Nullable Object> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private static IndexState index(MetaNames names, Index index) {
        IndexState state = index.isPlain()
                ? IndexState.of(
                        index.expressions().stream().map(names::ordering).toArray(String[]::new))
                : IndexState.of();
        if (!index.isPlain()) {
            for (Node.Ordering ordering : index.expressions()) {
                state = state.expression(names.ordered(ordering));
            }
        }
        state = state.name(index.name())
                .include(index.include().stream().map(names::path).toArray(String[]::new))
                .opclasses(index.opclasses().toArray(String[]::new));
        if (index.method() != null) {
            state = state.using(index.method());
        }
        return index.condition() == null ? state : state.condition(names.condition(index.condition()));
    }

    private static ConstraintState constraint(MetaNames names, Constraint constraint) {
        String code = constraint.violationCode().isEmpty() ? null : constraint.violationCode();
        String message = constraint.violationMessage().isEmpty() ? null : constraint.violationMessage();
        return switch (constraint) {
            case Constraint.Check check ->
                new ConstraintState.Check(check.name(), names.condition(check.condition()), code, message);
            case Constraint.Unique u ->
                new ConstraintState.Unique(
                        u.name(),
                        u.fields().stream().map(names::path).toList(),
                        u.condition() == null ? null : names.condition(u.condition()),
                        u.deferrable().isEmpty() ? null : ConstraintState.Deferrable.valueOf(u.deferrable()),
                        u.include().stream().map(names::path).toList(),
                        u.opclasses(),
                        u.nullsDistinct(),
                        u.expressions().stream().map(names::ordered).toList(),
                        code,
                        message);
            case Constraint.Exclusion x ->
                new ConstraintState.Exclusion(
                        x.name(),
                        x.elements().stream()
                                .map(e -> new ConstraintState.Exclusion.Element(
                                        names.ordered(e.expression()), e.operator()))
                                .toList(),
                        x.method(),
                        x.condition() == null ? null : names.condition(x.condition()),
                        x.deferrable().isEmpty() ? null : ConstraintState.Deferrable.valueOf(x.deferrable()),
                        x.include().stream().map(names::path).toList(),
                        code,
                        message);
        };
    }
}
