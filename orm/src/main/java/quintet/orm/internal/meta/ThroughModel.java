package quintet.orm.internal.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.OnDelete;
import quintet.orm.FieldMeta;
import quintet.orm.Meta;
import quintet.orm.ModelMeta;
import quintet.orm.Row;
import quintet.orm.RowAccess;

/**
 * The table between two models.
 *
 * @param meta its model
 * @param source its foreign key to the model that declares the field
 * @param target its foreign key to the other model
 */
record ThroughModel(ModelMeta<?> meta, FieldMeta source, FieldMeta target) {
    static ThroughModel of(ModelRegistry registry, FieldMeta field) {
        return field.hasAutomaticThrough() ? automatic(registry, field) : declared(registry, field);
    }

    private static ThroughModel automatic(ModelRegistry registry, FieldMeta field) {
        ModelMeta<?> from = field.model();
        ModelMeta<?> to = field.target();
        boolean self = from.concrete() == to.concrete();
        String source = self ? "from_" + from.modelName() : from.modelName();
        String target = self ? "to_" + to.modelName() : to.modelName();
        boolean constrained = field.isConstrained();
        List<FieldDeclaration> columns = List.of(
                FieldDeclaration.of("id", FieldKind.BIG_AUTO, Long.class).with("primaryKey", true),
                reference(source, from, constrained),
                reference(target, to, constrained));
        List<ModelMeta<Row>> holder = new ArrayList<>(1);
        RowAccess access = new RowAccess(columns, List.of(), () -> holder.getFirst());
        String given = field.declaration().text("table");
        String table = given.isEmpty() ? from.table() + "_" + field.djangoName() : given;
        Meta<Row> options = Meta.of(Row.class)
                .table(table)
                .uniqueTogether(source, target)
                .verboseName(from.modelName() + "-" + to.modelName() + " relationship")
                .verboseNamePlural(from.modelName() + "-" + to.modelName() + " relationships");
        ModelMeta<Row> meta = new ModelMeta<>(
                registry, access, options, from.appLabel(), from.objectName() + "_" + field.djangoName());
        holder.add(meta);
        return new ThroughModel(
                meta, meta.declaredColumns().get(1), meta.declaredColumns().get(2));
    }

    private static FieldDeclaration reference(String name, ModelMeta<?> target, boolean constrained) {
        FieldDeclaration declaration = FieldDeclaration.of(name, FieldKind.FOREIGN_KEY, Object.class)
                .with("onDelete", OnDelete.CASCADE)
                .with("relatedName", "+");
        declaration = target.type() == Row.class
                ? declaration.with("targetLabel", target.label())
                : declaration.with("target", target.type());
        return constrained ? declaration : declaration.with("dbConstraint", false);
    }

    private static ThroughModel declared(ModelRegistry registry, FieldMeta field) {
        Class<?> type = field.declaration().value("through", Class.class);
        String label = field.declaration().text("throughLabel");
        ModelMeta<?> through = type != null
                ? registry.meta(type)
                : Objects.requireNonNull(
                        registry.find(label), () -> field + " goes through " + label + ", which is not there.");
        List<String> names = field.declaration().texts("throughFields");
        if (names.size() == 2) {
            return new ThroughModel(through, through.field(names.get(0)), through.field(names.get(1)));
        }
        FieldMeta source = null;
        FieldMeta target = null;
        for (FieldMeta column : through.references()) {
            if (source == null && column.target().concrete() == field.model().concrete()) {
                source = column;
            } else if (target == null
                    && column.target().concrete() == field.target().concrete()) {
                target = column;
            }
        }
        if (source == null || target == null) {
            throw new IllegalStateException("The model " + through.label() + ", named as through by " + field
                    + ", needs a foreign key to " + field.model().objectName() + " and one to "
                    + field.target().objectName() + ".");
        }
        return new ThroughModel(through, source, target);
    }
}
