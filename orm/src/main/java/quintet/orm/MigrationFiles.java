package quintet.orm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import quintet.core.Site;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.MigrationWriter;

/** The source files of migrations. */
final class MigrationFiles {
    private final Site site;

    MigrationFiles(Site site) {
        this.site = site;
    }

    /** The Java source of a migration; with a comment that says what made it and when, if {@code header}. */
    String source(ModelHistory.Planned planned, boolean header) {
        String now = java.time.LocalDateTime.now(java.time.ZoneId.systemDefault())
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        String comment = header ? "Made by Quintet on " + now + "." : "";
        return site.call(() -> new MigrationWriter().write(planned.change(), packageOf(planned.app()), comment));
    }

    private String packageOf(String app) {
        return site.app(app).packageName() + ".migrations";
    }

    /** Where a migration's source lies or shall lie. */
    Path path(ModelHistory.Planned planned) {
        return site.root()
                .resolve("src/main/java")
                .resolve(packageOf(planned.app()).replace('.', '/'))
                .resolve("M" + planned.name() + ".java");
    }

    /** Writes a migration's source; returns the file. */
    Path write(ModelHistory.Planned planned, boolean header) {
        Path file = path(planned);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source(planned, header));
            return file;
        } catch (IOException e) {
            throw new MigrationException(
                    "Cannot write " + file + ": " + e.getMessage() + ". Is the project's folder writable?", e);
        }
    }

    /** Writes the source of a squashed or optimized migration; returns the file. */
    Path write(Migrations.Squashed squashed, boolean header) {
        Path file = path(squashed.migration());
        String comment = header
                ? "Made by Quintet of " + (squashed.replaces().isEmpty() ? "itself" : "several migrations") + "."
                : "";
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    site.call(() -> new MigrationWriter()
                            .write(
                                    squashed.migration().change(),
                                    packageOf(squashed.migration().app()),
                                    comment,
                                    squashed.replaces())));
            return file;
        } catch (IOException e) {
            throw new MigrationException(
                    "Cannot write " + file + ": " + e.getMessage() + ". Is the project's folder writable?", e);
        }
    }
}
