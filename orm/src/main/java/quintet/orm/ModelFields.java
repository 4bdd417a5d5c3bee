package quintet.orm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldFile;

/** The fields of a model, by place and by name. */
final class ModelFields {
    final List<FieldMeta> columns;
    final List<FieldMeta> localColumns;
    /** As declared: a reference to a key with several fields in place of its columns. */
    final List<FieldMeta> declared;

    final List<FieldMeta> references;
    final List<FieldMeta> manyToMany;
    final List<FieldMeta> declaredBacks;
    final List<FieldMeta> key;
    final List<FieldMeta> files;
    private final Map<String, FieldMeta> byName = new HashMap<>();

    ModelFields(ModelMeta<?> model, ModelAccess<?> access) {
        List<FieldMeta> withColumn = new ArrayList<>();
        access.columns()
                .forEach(declaration -> withColumn.add(new FieldMeta(model, declaration, withColumn.size(), true)));
        List<FieldMeta> many = new ArrayList<>();
        List<FieldMeta> backs = new ArrayList<>();
        for (int i = 0; i < access.relations().size(); i++) {
            FieldMeta field = new FieldMeta(model, access.relations().get(i), i, false);
            (field.isBack() ? backs : many).add(field);
        }
        this.columns = List.copyOf(withColumn);
        this.localColumns =
                columns.stream().filter(field -> !field.isInherited()).toList();
        this.manyToMany = List.copyOf(many);
        this.declaredBacks = List.copyOf(backs);
        this.key = findKey();
        this.declared = access instanceof SplitAccess<?> split ? split.whole(model, columns) : columns;
        this.references = declared.stream().filter(FieldMeta::isReference).toList();
        this.files = columns.stream()
                .filter(field -> field.javaType() == FieldFile.class)
                .toList();
        columns.forEach(field -> byName.putIfAbsent(field.column(), field));
        columns.forEach(field -> byName.putIfAbsent(field.djangoName(), field));
        declared.forEach(field -> byName.put(field.djangoName(), field));
        columns.forEach(field -> byName.put(field.attribute(), field));
        columns.forEach(field -> byName.put(field.name(), field));
        declared.forEach(field -> byName.put(field.name(), field));
        manyToMany.forEach(field -> byName.put(field.name(), field));
    }

    private List<FieldMeta> findKey() {
        List<FieldMeta> found =
                localColumns.stream().filter(FieldMeta::isDeclaredKey).toList();
        return found.isEmpty()
                ? localColumns.stream()
                        .filter(field -> field.name().equals("id"))
                        .toList()
                : found;
    }

    /** A field by its name, its attribute or its column; null if there is none. */
    @Nullable
    FieldMeta find(String name) {
        return byName.get(name);
    }

    /** A relation without a column by its name; null if there is none. */
    @Nullable
    FieldMeta relation(String name) {
        for (List<FieldMeta> relations : List.of(manyToMany, declaredBacks)) {
            for (FieldMeta field : relations) {
                if (field.name().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** The key of an object; a list for one with several fields; null if it has none. */
    @Nullable
    Object keyOf(KeyedModel<?> object) {
        if (key.size() == 1) {
            return plainKey(key.getFirst(), object);
        }
        List<Object> values = new ArrayList<>();
        for (FieldMeta field : key) {
            Object value = plainKey(field, object);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object plainKey(FieldMeta field, KeyedModel<?> object) {
        Object value = field.get(object);
        return value instanceof Ref<?> ref ? ref.id() : value;
    }
}
