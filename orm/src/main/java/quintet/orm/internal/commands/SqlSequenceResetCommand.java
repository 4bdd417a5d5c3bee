package quintet.orm.internal.commands;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/** {@code sqlsequencereset}: shows the SQL that sets sequences behind the highest key. */
@CommandLine.Command(description = "Prints the SQL that sets the sequences of apps behind the highest key.")
public final class SqlSequenceResetCommand extends Command {
    @Parameters(arity = "1..*", paramLabel = "APP", description = "labels of the apps")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--database", description = DatabaseChoice.DESCRIPTION)
    private String database = Database.DEFAULT;

    @Override
    protected void handle() {
        Db db = DatabaseChoice.of(database);
        List<String> lines = new ArrayList<>();
        for (String label : apps) {
            try {
                site().app(label);
            } catch (IllegalArgumentException e) {
                throw new CommandError(String.valueOf(e.getMessage()));
            }
            if (db.vendor().equals("postgresql")) {
                ModelMeta.all().stream()
                        .filter(meta -> meta.appLabel().equals(label) && !meta.isProxy())
                        .forEach(meta -> add(lines, db, meta));
            }
        }
        if (lines.isEmpty()) {
            err().println("No sequences found.");
            return;
        }
        out().println("BEGIN;");
        lines.forEach(out()::println);
        out().println("COMMIT;");
    }

    private static void add(List<String> lines, Db db, ModelMeta<?> meta) {
        if (!meta.hasCompositeKey() && isNumbered(meta.key())) {
            lines.add(statement(db, meta.table(), meta.key().column()));
        }
        for (FieldMeta field : meta.manyToMany()) {
            if (field.hasAutomaticThrough()) {
                lines.add(statement(db, field.through().table(), "id"));
            }
        }
    }

    private static boolean isNumbered(FieldMeta key) {
        return key.kind().name().endsWith("AUTO");
    }

    private static String statement(Db db, String table, String column) {
        String quoted = db.dialect().quoted(table);
        String name = db.dialect().quoted(column);
        return "SELECT setval(pg_get_serial_sequence('" + quoted + "','" + column + "'), coalesce(max(" + name
                + "), 1), max(" + name + ") IS NOT null) FROM " + quoted + ";";
    }
}
