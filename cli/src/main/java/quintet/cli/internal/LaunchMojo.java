package quintet.cli.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import quintet.dev.MavenAnswer;

/**
 * Runs inside Maven, called by a project's {@code ./manage}: writes the class path that commands run with, as Maven
 * resolved it, to {@code target/quintet-dev}, and beside it what the project is compiled with. It is not part of any build.
 */
public final class LaunchMojo extends AbstractMojo {
    // Set by Maven, as META-INF/maven/plugin.xml says.

    @SuppressWarnings("unused")
    private @Nullable MavenProject project;

    /** The same project after its code generators ran. */
    @SuppressWarnings("unused")
    private @Nullable MavenProject executed;

    @SuppressWarnings("unused")
    private @Nullable MavenSession session;

    @SuppressWarnings("unused")
    private @Nullable ProjectDependenciesResolver resolver;

    @SuppressWarnings("unused")
    private @Nullable RepositorySystem repositories;

    @Override
    public void execute() throws MojoExecutionException {
        if (project == null) {
            throw new MojoExecutionException("There is no project.");
        }
        List<Artifact> jars = project.getArtifacts().stream()
                .filter(artifact -> artifact.getFile() != null)
                .toList();
        if (jars.stream().noneMatch(artifact -> artifact.getArtifactId().equals("quintet-cli"))) {
            throw new MojoExecutionException("pom.xml lacks what ./manage is made of: add the dependency"
                    + " dev.quintet:quintet-cli with <scope>provided</scope>.");
        }
        List<String> paths = jars.stream().map(jar -> jar.getFile().getPath()).toList();
        Path work = project.getBasedir().toPath().resolve("target").resolve("quintet-dev");
        try {
            Files.createDirectories(work);
            Files.write(work.resolve("launch.jars"), paths);
            String classPath = String.join(File.pathSeparator, paths).replace("\\", "\\\\");
            Files.writeString(work.resolve("launch.args"), "-cp\n\"" + classPath + "\"\n");
        } catch (IOException e) {
            throw new MojoExecutionException("The folder " + work + " cannot be written: " + e, e);
        }
        keepAnswer(project);
    }

    /** Saves the second start of Maven. If it fails here it will be tried there, with a sentence that says what is wrong. */
    private void keepAnswer(MavenProject asked) {
        if (session == null || resolver == null || repositories == null) {
            return;
        }
        try {
            MavenAnswer.keep(session, executed == null ? asked : executed, resolver, repositories);
        } catch (IOException | DependencyResolutionException | RuntimeException | LinkageError e) {
            getLog().debug("What the project is compiled with is asked for later", e);
        }
    }
}
