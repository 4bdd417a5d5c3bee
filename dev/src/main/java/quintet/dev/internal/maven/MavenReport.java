package quintet.dev.internal.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.jspecify.annotations.Nullable;

/**
 * Runs inside Maven, at the end of its work, and writes down what it resolved: source folders (those of code generators
 * too), class path with scopes, processor path, flags of the compiler. So the development server compiles as Maven does,
 * and needs no plugin. Each line is {@code kind TAB value}.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class MavenReport extends AbstractMavenLifecycleParticipant {
    /** User property of Maven with the file to write to. */
    static final String FILE = "quintet.dev.report";

    /**
     * Tells Maven of this class. The older of its two ways: for the newer one Maven reads the class file with a library that
     * knows only the Java versions of its own time.
     */
    static final String COMPONENTS = """
            <component-set><components><component>
              <role>org.apache.maven.AbstractMavenLifecycleParticipant</role>
              <role-hint>quintet-dev-report</role-hint>
              <implementation>quintet.dev.internal.maven.MavenReport</implementation>
              <requirements>
                <requirement>
                  <role>org.apache.maven.project.ProjectDependenciesResolver</role>
                  <field-name>resolver</field-name>
                </requirement>
                <requirement>
                  <role>org.eclipse.aether.RepositorySystem</role>
                  <field-name>repositories</field-name>
                </requirement>
              </requirements>
            </component></components></component-set>
            """;

    private ProjectDependenciesResolver resolver;
    private RepositorySystem repositories;

    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        String file = session.getUserProperties().getProperty(FILE);
        MavenProject project = session.getTopLevelProject();
        if (file == null || project == null || session.getResult().hasExceptions()) {
            return;
        }
        try {
            Files.write(Path.of(file), lines(session, project, resolver, repositories));
        } catch (IOException | DependencyResolutionException e) {
            throw new MavenExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What Maven resolved for a project, as lines. */
    public static List<String> lines(
            MavenSession session,
            MavenProject project,
            ProjectDependenciesResolver resolver,
            RepositorySystem repositories)
            throws DependencyResolutionException {
        List<String> lines = new ArrayList<>();
        for (MavenProject at = project; at != null; at = at.getParent()) {
            add(lines, "pom", at.getFile());
        }
        add(lines, "name", project.getArtifactId());
        add(lines, "packaging", project.getPackaging());
        project.getModules().forEach(module -> add(lines, "module", module));
        add(lines, "project", project.getProperties().getProperty("quintet.project"));
        project.getCompileSourceRoots().forEach(root -> add(lines, "source", root));
        project.getTestCompileSourceRoots().forEach(root -> add(lines, "testSource", root));
        for (Resource resource : project.getResources()) {
            add(lines, "resource", resource.getDirectory());
            if (resource.isFiltering()) {
                add(lines, "filtered", resource.getDirectory());
            }
        }
        for (Resource resource : project.getTestResources()) {
            add(lines, "testResource", resource.getDirectory());
        }
        for (Dependency dependency : resolver.resolve(
                        new DefaultDependencyResolutionRequest(project, session.getRepositorySession()))
                .getResolvedDependencies()) {
            add(lines, "dependency." + dependency.getScope(), file(dependency.getArtifact()));
        }
        CompilerPlugin plugin = CompilerPlugin.of(project);
        plugin.options().forEach(option -> add(lines, "option", option));
        for (ArtifactResult found : plugin.processors(repositories, session.getRepositorySession())) {
            add(lines, "processor", file(found.getArtifact()));
        }
        add(lines, "proc", plugin.processing());
        return lines;
    }

    /** {@code getFile} stands in all versions of Maven from 3.8 on, its replacement does not. */
    @SuppressWarnings("deprecation")
    private static @Nullable Object file(Artifact artifact) {
        return artifact.getFile();
    }

    private static void add(List<String> lines, String kind, @Nullable Object value) {
        if (value != null) {
            lines.add(kind + "\t" + value);
        }
    }
}
