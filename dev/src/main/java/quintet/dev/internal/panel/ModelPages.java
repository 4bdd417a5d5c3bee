package quintet.dev.internal.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.ReverseMeta;

/** The models: their tables, fields and relations. */
final class ModelPages {
    /**
     * A field.
     *
     * @param name its name
     * @param column its column; empty for a relation without one
     * @param kind what it is
     * @param type the Java type
     * @param traits what is special about it
     * @param target the model it leads to, as its address here; null if it leads nowhere
     * @param targetLabel the name of that model
     */
    public record FieldRow(
            String name,
            String column,
            String kind,
            String type,
            List<String> traits,
            @Nullable String target,
            @Nullable String targetLabel) {}

    /** A way back from another model. */
    public record BackRow(String name, String model, String address, String field) {}

    @Nullable
    Map<String, @Nullable Object> show(Request request, String rest) {
        if (rest.isEmpty()) {
            Map<String, List<ModelMeta<?>>> byApp = new LinkedHashMap<>();
            ModelMeta.all()
                    .forEach(model -> byApp.computeIfAbsent(model.appLabel(), l -> new ArrayList<>())
                            .add(model));
            return Map.of("apps", byApp);
        }
        ModelMeta<?> model = find(rest.replaceFirst("/$", ""));
        return model == null ? null : page(model);
    }

    /** A model by its label in small letters; null if there is none. */
    static @Nullable ModelMeta<?> find(String label) {
        String wanted = label.toLowerCase(Locale.ROOT);
        return ModelMeta.all().stream()
                .filter(model -> address(model).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The address of a model among these pages: {@code library.book}. */
    static String address(ModelMeta<?> model) {
        return model.label().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> page(ModelMeta<?> model) {
        List<FieldRow> fields = new ArrayList<>();
        model.fields().forEach(field -> fields.add(row(field)));
        List<BackRow> backs = new ArrayList<>();
        for (ReverseMeta back : model.backs()) {
            backs.add(new BackRow(
                    back.queryName(),
                    back.model().label(),
                    address(back.model()),
                    back.field().name()));
        }
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("model", model);
        context.put("address", address(model));
        context.put("fields", fields);
        context.put("backs", backs);
        context.put("class_name", model.type().getName());
        context.put("title", model.label());
        return context;
    }

    private static FieldRow row(FieldMeta field) {
        ModelMeta<?> target = field.isRelation() ? field.target() : null;
        return new FieldRow(
                field.name(),
                field.isManyToMany()
                        ? ""
                        : String.join(
                                ", ",
                                field.parts().stream().map(FieldMeta::column).toList()),
                field.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                field.javaType().getSimpleName(),
                traits(field),
                target == null ? null : address(target),
                target == null ? null : target.label());
    }

    private static List<String> traits(FieldMeta field) {
        List<String> traits = new ArrayList<>();
        if (field.hasColumn() || field.isComposite()) {
            add(traits, field.isPrimaryKey(), "primary key");
            add(traits, field.isUnique() && !field.isPrimaryKey(), "unique");
            add(traits, field.isNullable(), "null");
            add(traits, field.isBlank(), "blank");
            add(traits, field.isIndexed(), "index");
            add(traits, field.maxLength() > 0, "at most " + field.maxLength() + " characters");
            add(
                    traits,
                    field.maxDigits() > 0,
                    field.maxDigits() + " digits, " + field.decimalPlaces() + " after the point");
            add(traits, field.isAutoNow(), "set at each save");
            add(traits, field.isAutoNowAdd(), "set at the first save");
            add(
                    traits,
                    field.isReference(),
                    "on delete " + field.onDelete().name().toLowerCase(Locale.ROOT));
        } else if (field.isManyToMany()) {
            traits.add("table " + field.through().table());
        }
        if (!field.choicePairs().isEmpty()) {
            traits.add(field.choicePairs().size() + " choices");
        }
        return traits;
    }

    private static void add(List<String> traits, boolean applies, String trait) {
        if (applies) {
            traits.add(trait);
        }
    }
}
