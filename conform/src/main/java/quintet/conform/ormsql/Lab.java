package quintet.conform.ormsql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.conform.ormsql.lab.LabApp;
import quintet.conform.ormsql.lab2.Lab2App;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Json;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.core.SiteDefinition;
import quintet.orm.Database;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;
import quintet.orm.ModelMeta;
import quintet.orm.Save;
import quintet.orm.Transactions;

/** A site with the recording's models, tables and rows on one database. */
final class Lab implements AutoCloseable {
    private final Site site;

    private Lab(Site site) {
        this.site = site;
    }

    /** Opens a site, makes the tables and puts the rows in. */
    static Lab open(ConnectionUrl url, Path fixture) throws IOException {
        SiteDefinition definition = env -> Settings.of(env)
                .secretKey("a-long-key-that-is-not-secret-and-signs-nothing")
                .with(Database.of(url))
                .apps(LabApp.class, Lab2App.class);
        Lab lab = new Lab(Site.open(definition, Env.of(Map.of())));
        lab.site.run(() -> {
            lab.tables();
            lab.rows(fixture);
        });
        return lab;
    }

    Site site() {
        return site;
    }

    private void tables() {
        List<ModelHistory.Planned> planned = Migrations.of(site).changes(Set.of(), new NoQuestions());
        Databases.current().main().withConnection((Connection connection) -> {
            ModelHistory state = ModelHistory.EMPTY;
            for (ModelHistory.Planned migration : planned) {
                state.run(connection, migration.app(), migration.operations());
                state = state.apply(migration.app(), migration.operations());
            }
            return true;
        });
    }

    private void rows(Path fixture) {
        Map<?, ?> tables;
        try {
            tables = (Map<?, ?>) java.util.Objects.requireNonNull(Json.read(java.nio.file.Files.readString(fixture)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, ModelMeta<?>> models = models();
        boolean checksAtOnce = Databases.current().main().vendor().equals("mysql");
        Transactions.atomic(() -> {
            if (checksAtOnce) {
                // The tables come in no order in which each row finds those it refers to.
                Databases.current().main().execute("SET SESSION foreign_key_checks = 0");
            }
            fill(tables, models);
            if (checksAtOnce) {
                Databases.current().main().execute("SET SESSION foreign_key_checks = 1");
            }
        });
    }

    private static void fill(Map<?, ?> tables, Map<String, ModelMeta<?>> models) {
        tables.forEach((label, rows) -> {
            ModelMeta<?> model = models.get(label);
            if (model != null) {
                for (Object row : (List<?>) rows) {
                    insert(model, (Map<?, ?>) row);
                }
                for (Object row : (List<?>) rows) {
                    pointForward(model, (Map<?, ?>) row);
                }
            }
        });
    }

    /** All models, and those of the tables between them, by label in lower case. */
    static Map<String, ModelMeta<?>> models() {
        Map<String, ModelMeta<?>> models = new TreeMap<>();
        for (ModelMeta<?> model : ModelMeta.all()) {
            models.put(model.label().toLowerCase(java.util.Locale.ROOT), model);
            for (FieldMeta many : model.manyToMany()) {
                ModelMeta<?> between = many.through();
                models.put(between.label().toLowerCase(java.util.Locale.ROOT), between);
            }
        }
        return models;
    }

    private static void insert(ModelMeta<?> model, Map<?, ?> values) {
        KeyedModel<?> object = (KeyedModel<?>) model.make();
        values.forEach((name, value) -> {
            FieldMeta field = model.findField(String.valueOf(name)).orElse(null);
            if (field != null && !isGenerated(field) && !isForward(field, value, values.get("id"))) {
                field.set(object, Tagged.decode(value));
            }
        });
        object.save(Save.insert());
        values.forEach((name, value) -> {
            FieldMeta field = model.findField(String.valueOf(name)).orElse(null);
            if (value == null && field != null && field.hasDefault()) {
                // A new object without a value gets the default; the recording's rows have none.
                field.set(object, null);
                object.save(Save.only(field.name()));
            }
        });
    }

    /** Whether a row refers to one of its own table that comes later. The recording's rows got such references afterwards. */
    private static boolean isForward(FieldMeta field, @Nullable Object value, @Nullable Object key) {
        return field.isReference()
                && field.target() == field.model()
                && value instanceof Number target
                && key instanceof Number own
                && target.longValue() > own.longValue();
    }

    private static void pointForward(ModelMeta<?> model, Map<?, ?> values) {
        values.forEach((name, value) -> {
            FieldMeta field = model.findField(String.valueOf(name)).orElse(null);
            if (field != null && isForward(field, value, values.get("id"))) {
                model.rows()
                        .filter("pk", values.get("id"))
                        .update(quintet.orm.Assignment.of(field.name(), Tagged.decode(value)));
            }
        });
    }

    static boolean isGenerated(FieldMeta field) {
        return field.isGenerated();
    }

    /** Lets the next keys follow those of the rows, as they did when the cases were recorded. */
    void resetKeys() {
        Db db = Databases.current().main();
        if (!db.vendor().equals("postgresql")) {
            return;
        }
        List<String> parts = new ArrayList<>();
        models().values().forEach(model -> {
            if (!model.hasCompositeKey() && model.key().kind().isAuto()) {
                parts.add("setval(pg_get_serial_sequence('\"" + model.table() + "\"', '"
                        + model.key().column() + "'), (SELECT COALESCE(MAX(\""
                        + model.key().column()
                        + "\"), 0) + 1 FROM \"" + model.table() + "\"), false)");
            }
        });
        db.query("SELECT " + String.join(", ", parts), row -> true);
    }

    /** All rows of all tables: label, key, field, value in the recording's form. */
    static Map<String, Map<String, Map<String, @Nullable Object>>> snapshot() {
        Map<String, Map<String, Map<String, @Nullable Object>>> all = new TreeMap<>();
        models().forEach((label, model) -> {
            Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
            for (Object object : model.rows().orderBy("pk").list()) {
                KeyedModel<?> row = (KeyedModel<?>) object;
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (FieldMeta field : model.columns()) {
                    values.put(field.attribute(), Results.field(field, row));
                }
                rows.put(Results.rowName(row.key()), values);
            }
            all.put(label, rows);
        });
        return all;
    }

    @Override
    public void close() {
        site.close();
    }

    /** All tables are new: there is nothing to ask. */
    private static final class NoQuestions implements MigrationQuestions {
        @Override
        public boolean renamedField(String model, String oldName, String newName, quintet.orm.FieldState field) {
            return false;
        }

        @Override
        public boolean renamedModel(String app, String oldName, String newName) {
            return false;
        }

        @Override
        public Answer defaultForNew(String model, String field, quintet.orm.FieldState state) {
            return new Answer(0);
        }

        @Override
        public java.util.Optional<Answer> defaultForNotNull(String model, String field, quintet.orm.FieldState state) {
            return java.util.Optional.of(new Answer(0));
        }

        @Override
        public Answer defaultForAutoNowAdd(String model, String field, quintet.orm.FieldState state) {
            return new Answer(0);
        }
    }
}
