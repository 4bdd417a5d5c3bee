package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.fields.FieldKind;
import quintet.orm.internal.meta.ModelRegistry;

/** Looks for fields, indexes and constraints that the databases of their models do not have, most of them PostgreSQL's own. */
final class VendorChecks {
    private VendorChecks() {}

    static List<CheckMessage> check(Site site) {
        Databases databases = site.service(Databases.class);
        List<CheckMessage> found = new ArrayList<>();
        for (String alias : databases.aliases()) {
            String vendor = databases.vendor(alias);
            if (vendor.equals("postgresql")) {
                continue;
            }
            for (ModelMeta<?> model : site.service(ModelRegistry.class).all()) {
                if (model.options().isManaged()
                        && !model.isProxy()
                        && databases.routing().allowsMigrate(alias, model)) {
                    check(model, alias, vendor, found);
                }
            }
        }
        return found;
    }

    private static void check(ModelMeta<?> model, String alias, String vendor, List<CheckMessage> found) {
        for (FieldMeta field : model.localColumns()) {
            if (vendor.equals("mysql") && field.kind() == FieldKind.DECIMAL && field.maxDigits() <= 0) {
                found.add(CheckMessage.error(
                        "fields.E132",
                        "The field " + field + " has no maxDigits, but the database '" + alias
                                + "' is of the kind mysql,"
                                + " where decimals without digits lose what is behind the point.",
                        "Write @DecimalField(maxDigits = 12, decimalPlaces = 2).",
                        field));
            }
            if (field.kind().isPostgresOnly()) {
                found.add(message(
                        "postgres.E101",
                        "The field " + field + " is of the kind " + field.kind().djangoName(),
                        alias,
                        vendor,
                        field));
            }
        }
        for (Index index : model.indexes()) {
            IndexMethod method = index.method();
            if (method != null) {
                String what = "The index " + index.name() + " of " + model.label() + " is of the kind " + method.name();
                found.add(message("postgres.E102", what, alias, vendor, model.label()));
            }
        }
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Exclusion) {
                String what = "The constraint " + constraint.name() + " of " + model.label() + " excludes rows";
                found.add(message("postgres.E103", what, alias, vendor, model.label()));
            }
        }
    }

    private static CheckMessage message(String id, String what, String alias, String vendor, Object object) {
        return CheckMessage.error(
                id,
                what + ", which only PostgreSQL has, but the database '" + alias + "' is of the kind " + vendor + ".",
                "Point '" + alias + "' to PostgreSQL (postgres://user:password@host/name), or keep the model out of it"
                        + " with a Router whose allowMigrate says no.",
                object);
    }
}
