package quintet.orm.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.fields.FieldKind;
import quintet.orm.Constraint;
import quintet.orm.Databases;
import quintet.orm.FieldMeta;
import quintet.orm.Index;
import quintet.orm.ModelMeta;
import quintet.orm.OperationalError;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.migrations.schema.SchemaEditors;

/** Looks what of the models a database cannot keep, and leaves out. Run with {@code check --database}. */
public final class SupportChecks {
    private final ModelMeta<?> model;
    private final Set<String> features;
    private final String alias;
    private final List<CheckMessage> found;

    private SupportChecks(ModelMeta<?> model, Set<String> features, String alias, List<CheckMessage> found) {
        this.model = model;
        this.features = features;
        this.alias = alias;
        this.found = found;
    }

    /** Checks the models that a database has. */
    public static List<CheckMessage> check(Site site, String alias) {
        List<CheckMessage> found = new ArrayList<>();
        Databases databases = site.service(Databases.class);
        if (!databases.aliases().contains(alias)) {
            return found;
        }
        String vendor = databases.vendor(alias);
        @Nullable Set<String> features = null;
        for (ModelMeta<?> model : site.service(ModelRegistry.class).all()) {
            boolean here = databases.routing().allowsMigrate(alias, model);
            if (here && model.options().isManaged() && !model.isProxy()) {
                if (features == null) {
                    features = SchemaEditors.dialect(product(databases, alias)).features();
                }
                new SupportChecks(model, features, alias, found).check(vendor);
            }
        }
        return found;
    }

    /** Whether it is MariaDB or MySQL only the server itself knows. */
    private static String product(Databases databases, String alias) {
        try {
            return databases.get(alias).dialect().product();
        } catch (OperationalError unreachable) {
            return databases.vendor(alias).equals("mysql") ? "mariadb" : databases.vendor(alias);
        }
    }

    private void check(String vendor) {
        for (FieldMeta field : model.localColumns()) {
            if (vendor.equals("mysql") && field.kind() == FieldKind.CHAR && field.maxLength() < 0) {
                found.add(CheckMessage.error(
                        "fields.E120",
                        "The database '" + alias + "' needs to know how long texts may be.",
                        "Give the field maxLength, or make it a TextField.",
                        field));
            }
            if (field.declaration().has("comment")) {
                needs("supports_comments", "fields.W163", "The comment on the column " + field.column());
            }
        }
        if (model.options().tableComment() != null) {
            needs("supports_comments", "models.W046", "The comment on the table");
        }
        model.indexes().forEach(this::check);
        model.constraints().forEach(this::check);
    }

    private void check(Index index) {
        if (index.condition() != null) {
            needs("supports_partial_indexes", "models.W037", "The condition of the index " + index.name());
        }
        if (!index.include().isEmpty()) {
            needs("supports_covering_indexes", "models.W040", "What the index " + index.name() + " includes");
        }
        if (!index.isPlain()) {
            needs("supports_expression_indexes", "models.W043", "The index " + index.name() + " over expressions");
        }
    }

    private void check(Constraint constraint) {
        if (!(constraint instanceof Constraint.Unique unique)) {
            return;
        }
        String name = "the constraint " + unique.name();
        if (unique.condition() != null) {
            needs("supports_partial_indexes", "models.W036", "The condition of " + name);
        }
        if (!unique.deferrable().isEmpty()) {
            needs("supports_deferrable_unique_constraints", "models.W038", "That " + name + " waits");
        }
        if (!unique.include().isEmpty()) {
            needs("supports_covering_indexes", "models.W039", "What " + name + " includes");
        }
        if (!unique.expressions().isEmpty()) {
            needs("supports_expression_indexes", "models.W044", "What " + name + " computes");
        }
        if (unique.nullsDistinct() != null) {
            needs("supports_nulls_distinct_unique_constraints", "models.W047", "How " + name + " takes NULLs");
        }
    }

    private void needs(String feature, String id, String what) {
        if (!features.contains(feature) && !model.options().requiredFeatures().contains(feature)) {
            found.add(CheckMessage.warning(
                    id,
                    what + " is unknown to the database '" + alias + "' and left out.",
                    "Silence this if you don't care about it.",
                    model));
        }
    }
}
