package quintet.orm.internal.commands;

import java.util.Set;
import java.util.TreeSet;
import quintet.core.CommandError;
import quintet.core.Suggestions;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/** What several commands need: a database by its alias, and the tables of the models. */
final class DatabaseChoice {
    /** The description of {@code --database}. */
    static final String DESCRIPTION = "the alias of the database; the one named default unless given";

    private DatabaseChoice() {}

    static Db of(String alias) {
        Databases databases = Databases.current();
        if (!databases.aliases().contains(alias)) {
            throw new CommandError(
                    databases.aliases().isEmpty()
                            ? "The settings have no database. Add .with(Database.of(env.url(\"DATABASE_URL\","
                                    + " \"sqlite:db.sqlite3\")))."
                            : "There is no database '" + alias + "'."
                                    + Suggestions.didYouMean(alias, databases.aliases()));
        }
        return databases.get(alias);
    }

    /** Names of the tables of all models a database has, those between the sides of many-to-many fields too. */
    static Set<String> tables(Db db) {
        Set<String> tables = new TreeSet<>();
        for (ModelMeta<?> meta : ModelMeta.all()) {
            boolean here = Databases.current().routing().allowsMigrate(db.alias(), meta);
            if (here && meta.options().isManaged() && !meta.isProxy()) {
                tables.add(meta.table());
                for (FieldMeta field : meta.manyToMany()) {
                    if (field.hasAutomaticThrough()) {
                        tables.add(field.through().table());
                    }
                }
            }
        }
        return tables;
    }
}
