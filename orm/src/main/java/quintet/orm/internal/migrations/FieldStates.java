package quintet.orm.internal.migrations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.Choices;
import quintet.fields.Defaults;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.OnDelete;
import quintet.orm.FieldMeta;
import quintet.orm.FieldState;
import quintet.orm.Meta;
import quintet.orm.MigrationFields;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.meta.ChoiceLimits;
import quintet.orm.internal.meta.DefaultValues;
import quintet.orm.internal.query.Node;

/** A model's field as it is now, in the terms of migrations. What only forms use is left out. */
final class FieldStates {
    private FieldStates() {}

    static FieldState of(FieldMeta field) {
        String type = field.kind().djangoName();
        if (field.isPrimaryKey() && field.kind().isAuto() && field.name().equals("id")) {
            return MigrationFields.autoId(type);
        }
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        general(field, options);
        byKind(field, options);
        Meta.Generated generated = field.generated();
        if (generated != null) {
            options.keySet()
                    .removeAll(List.of("null", "blank", "default", "db_default", "editable", "unique", "db_index"));
            return MigrationFields.generatedField(
                    new MetaNames(field.model()).expression(generated.expression()),
                    FieldState.of(type, options),
                    generated.stored());
        }
        if (field.isParentLink()) {
            FieldState link = FieldState.of(type, options).parentLink();
            return field.isMade() ? link : link.without("auto_created");
        }
        return FieldState.of(type, options);
    }

    private static void general(FieldMeta field, Map<String, @Nullable Object> options) {
        FieldDeclaration declared = field.declaration();
        text(options, "verbose_name", declared.text("verboseName"));
        text(options, "help_text", declared.text("helpText"));
        text(options, "db_column", declared.text("column"));
        text(options, "db_comment", declared.text("comment"));
        text(options, "db_tablespace", declared.text("tablespace"));
        text(options, "db_collation", declared.text("collation"));
        options.put("primary_key", field.isPrimaryKey() && !field.model().hasCompositeKey());
        options.put("blank", field.isBlank());
        if (!declared.texts("columns").isEmpty()) {
            options.put("db_columns", declared.texts("columns"));
        }
        if (field.hasColumn() || field.isComposite()) {
            options.put("null", field.isNullable());
            options.put("unique", declared.flag("unique", field.kind() == FieldKind.ONE_TO_ONE));
            options.put("db_index", field.isIndexed());
        }
        if (field.kind() != FieldKind.BINARY) {
            options.put("editable", declared.flag("editable", true));
        }
        if (field.maxLength() > 0) {
            options.put("max_length", field.maxLength());
        }
        choices(declared, options);
        checks(field, options);
        defaults(field, options);
    }

    private static void text(Map<String, @Nullable Object> options, String name, String value) {
        if (!value.isEmpty()) {
            options.put(name, value);
        }
    }

    /** What validation alone uses. It changes no table, but Django keeps it too. */
    private static void checks(FieldMeta field, Map<String, @Nullable Object> options) {
        FieldDeclaration declared = field.declaration();
        List<Object> validators = new ArrayList<>();
        declared.list("validators").forEach(type -> validators.add(new FieldState.Call(((Class<?>) type).getName())));
        if (!validators.isEmpty()) {
            options.put("validators", validators);
        }
        if (!declared.errorMessages().isEmpty()) {
            options.put("error_messages", new TreeMap<>(declared.errorMessages()));
        }
        for (String span : List.of("Date", "Month", "Year")) {
            String other = declared.text("uniqueFor" + span);
            if (!other.isEmpty()) {
                options.put(
                        "unique_for_" + span.toLowerCase(Locale.ROOT),
                        field.model().field(other).djangoName());
            }
        }
    }

    /** Choices as Django keeps them: pairs, groups of pairs, or the name of what makes them. */
    private static void choices(FieldDeclaration declared, Map<String, @Nullable Object> options) {
        Class<?> source = declared.value("choicesFrom", Class.class);
        if (source != null) {
            options.put("choices", new FieldState.Call(source.getName()));
            return;
        }
        ChoiceList list = ChoiceSource.of(declared);
        if (list != null && !list.entries().isEmpty()) {
            options.put("choices", entries(list.entries()));
        }
    }

    private static List<Object> entries(List<? extends ChoiceList.Entry> given) {
        List<Object> entries = new ArrayList<>();
        for (ChoiceList.Entry entry : given) {
            entries.add(
                    switch (entry) {
                        case Choices.Pair pair -> List.of(pair.value(), pair.label());
                        case ChoiceList.Group group -> List.of(group.heading(), entries(group.pairs()));
                    });
        }
        return entries;
    }

    private static void defaults(FieldMeta field, Map<String, @Nullable Object> options) {
        FieldDeclaration declared = field.declaration();
        Class<? extends Supplier<?>> supplier = field.defaultSupplier();
        if (supplier != null) {
            options.put("default", new FieldState.Call(function(supplier)));
        } else if (!field.isRelation() && field.hasDefault()) {
            options.put("default", plainDefault(field, field.defaultValue()));
        }
        String sql = declared.text("dbDefaultSql");
        String literal = declared.text("dbDefault");
        Node expression = field.databaseDefault();
        if (expression != null) {
            options.put("db_default", new MetaNames(field.model()).expression(expression));
        } else if (!sql.isEmpty()) {
            options.put("db_default", new SchemaExpr.Sql(sql));
        } else if (!literal.isEmpty()) {
            options.put("db_default", literal(field, literal));
        }
    }

    /** Empty lists and maps are made anew for each row, as Django asks for. */
    private static @Nullable Object plainDefault(FieldMeta field, @Nullable Object value) {
        if (field.kind() == FieldKind.ARRAY && value instanceof List<?> list && list.isEmpty()) {
            return new FieldState.Call("list");
        }
        if (field.kind() == FieldKind.HSTORE && value instanceof Map<?, ?> map && map.isEmpty()) {
            return new FieldState.Call("dict");
        }
        return MetaNames.plain(value);
    }

    private static String function(Class<?> supplier) {
        if (supplier == Defaults.RandomUuid.class) {
            return "uuid4";
        }
        if (supplier == Defaults.Now.class) {
            return "now";
        }
        return supplier == Defaults.TodayUtc.class ? "today" : supplier.getName();
    }

    private static Object literal(FieldMeta field, String text) {
        if (field.kind().isInteger()) {
            return Long.valueOf(text);
        }
        return switch (field.kind()) {
            case BOOLEAN -> Boolean.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case FLOAT -> Double.valueOf(text);
            default -> text;
        };
    }

    private static void byKind(FieldMeta field, Map<String, @Nullable Object> options) {
        FieldDeclaration declared = field.declaration();
        switch (field.kind()) {
            case DECIMAL -> {
                if (field.maxDigits() > 0) {
                    options.put("max_digits", field.maxDigits());
                    options.put("decimal_places", Math.max(field.decimalPlaces(), 0));
                }
            }
            case DATE, DATETIME, TIME -> {
                options.put("auto_now", field.isAutoNow());
                options.put("auto_now_add", field.isAutoNowAdd());
            }
            case FILE, IMAGE -> file(field, options);
            case FILE_PATH -> {
                text(options, "path", declared.text("path"));
                text(options, "match", declared.text("match"));
                options.put("recursive", declared.flag("recursive", false));
                options.put("allow_files", declared.flag("allowFiles", true));
                options.put("allow_folders", declared.flag("allowFolders", false));
            }
            case IP_ADDRESS -> ipAddress(declared, options);
            case ARRAY -> array(declared, options);
            case DECIMAL_RANGE, DATETIME_RANGE -> {
                if (!declared.text("defaultBounds").equals("[)")) {
                    text(options, "default_bounds", declared.text("defaultBounds"));
                }
            }
            case FOREIGN_KEY, ONE_TO_ONE -> reference(field, options);
            case MANY_TO_MANY -> manyToMany(field, options);
            default -> {}
        }
    }

    private static void file(FieldMeta field, Map<String, @Nullable Object> options) {
        FieldDeclaration declared = field.declaration();
        Class<?> function = declared.value("uploadToFunction", Class.class);
        options.put(
                "upload_to", function == null ? declared.text("uploadTo") : new FieldState.Call(function.getName()));
        Class<?> storage = declared.value("storage", Class.class);
        if (storage != null) {
            options.put("storage", new FieldState.Call(storage.getName()));
        } else {
            text(options, "storage", declared.text("storageName"));
        }
        for (String side : List.of("width", "height")) {
            String other = declared.text(side + "Field");
            if (!other.isEmpty()) {
                options.put(side + "_field", field.model().field(other).djangoName());
            }
        }
    }

    private static void array(FieldDeclaration declared, Map<String, @Nullable Object> options) {
        FieldDeclaration base = declared.value("base", FieldDeclaration.class);
        if (base != null) {
            options.put("base_field", item(base));
        }
        if (declared.has("size")) {
            options.put("size", declared.integer("size", -1));
        }
    }

    /** What a list holds, as a field by itself. */
    private static FieldState item(FieldDeclaration declared) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        text(options, "db_collation", declared.text("collation"));
        @SuppressWarnings("unchecked") // the annotation takes enum classes
        Class<? extends Enum<?>> choices = (Class<? extends Enum<?>>) declared.value("choices", Class.class);
        choices(declared, options);
        if (declared.has("maxLength")) {
            options.put("max_length", declared.integer("maxLength", -1));
        } else if (choices != null && declared.kind() == FieldKind.CHAR) {
            options.put("max_length", DefaultValues.longestChoice(choices));
        }
        if (declared.kind() == FieldKind.DECIMAL && declared.has("maxDigits")) {
            options.put("max_digits", declared.integer("maxDigits", -1));
            options.put("decimal_places", declared.integer("decimalPlaces", 0));
        }
        if (declared.kind() == FieldKind.IP_ADDRESS) {
            ipAddress(declared, options);
        }
        if (declared.kind() == FieldKind.ARRAY) {
            array(declared, options);
        }
        return FieldState.of(declared.kind().djangoName(), options);
    }

    private static void ipAddress(FieldDeclaration declared, Map<String, @Nullable Object> options) {
        options.put("unpack_ipv4", declared.flag("unpackIpv4", false));
        Enum<?> protocol = declared.value("protocol", Enum.class);
        if (protocol != null && !protocol.name().equals("BOTH")) {
            options.put("protocol", protocol.name().equals("IPV6") ? "IPv6" : "IPv4");
        }
    }

    private static void relation(FieldMeta field, Map<String, @Nullable Object> options) {
        options.put("to", field.target().label().toLowerCase(Locale.ROOT));
        text(options, "related_name", field.declaration().text("relatedName"));
        text(options, "related_query_name", field.declaration().text("relatedQueryName"));
        options.put("db_constraint", field.isConstrained());
        limit(field, options);
    }

    private static void limit(FieldMeta field, Map<String, @Nullable Object> options) {
        Class<?> supplier = field.declaration().value("limitChoicesFrom", Class.class);
        Map<String, String> lookups = ChoiceLimits.lookups(field);
        if (supplier != null) {
            options.put("limit_choices_to", new FieldState.Call(supplier.getName()));
        } else if (!lookups.isEmpty()) {
            options.put("limit_choices_to", lookups);
        }
    }

    private static void reference(FieldMeta field, Map<String, @Nullable Object> options) {
        relation(field, options);
        OnDelete rule = field.onDelete();
        options.put("on_delete", rule.name());
        if (!field.declaration().text("toField").isEmpty()) {
            options.put("to_field", field.targetField().djangoName());
        }
    }

    private static void manyToMany(FieldMeta field, Map<String, @Nullable Object> options) {
        relation(field, options);
        text(options, "db_table", field.declaration().text("table"));
        if (!field.hasAutomaticThrough()) {
            options.put("through", field.through().label());
            if (!field.declaration().texts("throughFields").isEmpty()) {
                options.put(
                        "through_fields",
                        List.of(
                                field.throughSource().djangoName(),
                                field.throughTarget().djangoName()));
            }
        }
    }
}
