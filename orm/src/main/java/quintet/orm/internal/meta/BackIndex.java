package quintet.orm.internal.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.ReverseMeta;

/** The ways back between a set of models. */
final class BackIndex {
    private final Map<ModelMeta<?>, List<ReverseMeta>> byTarget = new HashMap<>();
    private final Map<FieldMeta, ReverseMeta> byField = new HashMap<>();

    BackIndex(List<ModelMeta<?>> models) {
        List<ModelMeta<?>> sorted = new ArrayList<>(models);
        sorted.sort(java.util.Comparator.comparing(ModelMeta::label));
        for (ModelMeta<?> model : sorted) {
            if (model.access().isAbstract() || model.isProxy() || model.swapped() != null) {
                continue;
            }
            for (FieldMeta field : model.fields()) {
                if (field.isRelation() && !field.isInherited()) {
                    add(field);
                }
            }
        }
    }

    private void add(FieldMeta field) {
        ModelMeta<?> target = field.target();
        FieldMeta declared = declared(target, field);
        ReverseMeta back = new ReverseMeta(field, target, accessor(field, declared), queryNames(field, declared));
        byField.put(field, back);
        byTarget.computeIfAbsent(target.concrete(), t -> new ArrayList<>()).add(back);
    }

    /** The field of the target that declares this way back with {@code @Reverse}. */
    private static @Nullable FieldMeta declared(ModelMeta<?> target, FieldMeta field) {
        for (FieldMeta candidate : target.declaredBacks()) {
            Class<?> from = candidate.declaration().value("target", Class.class);
            if (from != null
                    && from.isAssignableFrom(field.model().type())
                    && candidate.declaration().text("reverse").equals(field.name())) {
                return candidate;
            }
        }
        return null;
    }

    private static String accessor(FieldMeta field, @Nullable FieldMeta declared) {
        String given = expand(relatedName(field), field);
        if (given.endsWith("+")) {
            return "";
        }
        if (!given.isEmpty()) {
            return given;
        }
        if (declared != null) {
            return declared.name();
        }
        return field.kind() == quintet.fields.FieldKind.ONE_TO_ONE
                ? field.model().modelName()
                : field.model().modelName() + "_set";
    }

    private static Set<String> queryNames(FieldMeta field, @Nullable FieldMeta declared) {
        Set<String> names = new LinkedHashSet<>();
        String query = expand(field.declaration().text("relatedQueryName"), field);
        String related = expand(relatedName(field), field);
        if (!query.isEmpty()) {
            names.add(query);
        } else if (!related.isEmpty()) {
            names.add(related);
        } else {
            if (declared != null) {
                names.add(declared.name());
            }
            names.add(field.model().modelName());
        }
        if (declared != null) {
            names.add(declared.name());
        }
        names.add(field.model().type().getCanonicalName() + ":" + field.name());
        return names;
    }

    private static String relatedName(FieldMeta field) {
        String given = field.relatedName();
        String byModel = field.model().options().defaultRelatedName();
        return given.isEmpty() && byModel != null ? byModel : given;
    }

    private static String expand(String name, FieldMeta field) {
        return name.replace("%(class)s", field.model().modelName())
                .replace("%(model_name)s", field.model().modelName())
                .replace("%(app_label)s", field.model().appLabel());
    }

    List<ReverseMeta> of(ModelMeta<?> target) {
        return byTarget.getOrDefault(target, List.of());
    }

    ReverseMeta of(FieldMeta field) {
        return Objects.requireNonNull(byField.get(field), () -> field + " is not a relation of a known model.");
    }
}
