package quintet.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import quintet.dev.internal.maven.Maven;
import quintet.dev.internal.maven.MavenConfig;
import quintet.dev.internal.maven.MavenReport;

/**
 * For code that runs inside Maven anyway: keeps what {@link DevProject} would otherwise start Maven for. Not for use outside of
 * Maven, whose classes are not on the class path there.
 */
public final class MavenAnswer {
    private MavenAnswer() {}

    /**
     * Writes down what Maven resolved, into {@code target/quintet-dev} of the project.
     *
     * @param project the project, with the source folders of code generators that ran
     */
    public static void keep(
            MavenSession session,
            MavenProject project,
            ProjectDependenciesResolver resolver,
            RepositorySystem repositories)
            throws IOException, DependencyResolutionException {
        Path root = project.getBasedir().toPath().toAbsolutePath().normalize();
        Path work = Files.createDirectories(root.resolve("target").resolve("quintet-dev"));
        new MavenConfig(MavenReport.lines(session, project, resolver, repositories))
                .write(work.resolve(Maven.KEPT), root);
    }
}
