package quintet.dev.internal.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/** The configuration of {@code maven-compiler-plugin} as it stands after inheritance. Runs inside Maven. */
final class CompilerPlugin {
    private static final String KEY = "org.apache.maven.plugins:maven-compiler-plugin";

    private final MavenProject project;
    private final @Nullable Xpp3Dom configuration;

    private CompilerPlugin(MavenProject project, @Nullable Xpp3Dom configuration) {
        this.project = project;
        this.configuration = configuration;
    }

    /** The configuration of the execution that compiles the main sources. */
    static CompilerPlugin of(MavenProject project) {
        Plugin plugin = project.getPlugin(KEY);
        if (plugin == null) {
            return new CompilerPlugin(project, null);
        }
        PluginExecution execution = plugin.getExecutionsAsMap().get("default-compile");
        Object found = execution == null || execution.getConfiguration() == null
                ? plugin.getConfiguration()
                : execution.getConfiguration();
        return new CompilerPlugin(project, found instanceof Xpp3Dom dom ? dom : null);
    }

    /** Flags of javac, in the order the plugin gives them; what only checks the code (-Werror, plugins of javac) is left out. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        String release = setting("release", "maven.compiler.release");
        if (release != null) {
            options.addAll(List.of("--release", release));
        } else {
            flag(options, "-source", setting("source", "maven.compiler.source"));
            flag(options, "-target", setting("target", "maven.compiler.target"));
        }
        flag(options, "-encoding", setting("encoding", "project.build.sourceEncoding"));
        if ("true".equals(setting("parameters", "maven.compiler.parameters"))) {
            options.add("-parameters");
        }
        if ("true".equals(setting("enablePreview", "maven.compiler.enablePreview"))) {
            options.add("--enable-preview");
        }
        options.add("-g");
        for (String argument : arguments()) {
            if (!argument.equals("-Werror") && !argument.startsWith("-Xplugin") && !argument.startsWith("-Xlint")) {
                options.add(argument);
            }
        }
        return options;
    }

    /** Whether processors run: {@code none}, {@code only}, {@code full}, or null when the project does not say. */
    @Nullable
    String processing() {
        return setting("proc", "maven.compiler.proc");
    }

    /** The processors the project names, with what they need. */
    List<ArtifactResult> processors(RepositorySystem repositories, RepositorySystemSession session) {
        Xpp3Dom paths = configuration == null ? null : configuration.getChild("annotationProcessorPaths");
        if (paths == null || paths.getChildCount() == 0) {
            return List.of();
        }
        CollectRequest collect = new CollectRequest();
        for (Xpp3Dom path : paths.getChildren()) {
            collect.addDependency(new Dependency(artifact(path), "runtime"));
        }
        collect.setRepositories(project.getRemoteProjectRepositories());
        try {
            return repositories
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults();
        } catch (DependencyResolutionException e) {
            throw new IllegalStateException("annotationProcessorPaths of the pom: " + e.getMessage(), e);
        }
    }

    private DefaultArtifact artifact(Xpp3Dom path) {
        String group = text(path, "groupId", "");
        String name = text(path, "artifactId", "");
        String version = text(path, "version", "");
        return new DefaultArtifact(
                group,
                name,
                text(path, "classifier", ""),
                text(path, "type", "jar"),
                version.isEmpty() ? managedVersion(group, name) : version);
    }

    private String managedVersion(String group, String name) {
        DependencyManagement managed = project.getDependencyManagement();
        if (managed != null) {
            for (org.apache.maven.model.Dependency dependency : managed.getDependencies()) {
                if (dependency.getGroupId().equals(group)
                        && dependency.getArtifactId().equals(name)) {
                    return dependency.getVersion();
                }
            }
        }
        throw new IllegalStateException("annotationProcessorPaths of the pom names " + group + ":" + name
                + " without a version, and dependencyManagement has none.");
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        Xpp3Dom several = configuration == null ? null : configuration.getChild("compilerArgs");
        if (several != null) {
            for (Xpp3Dom argument : several.getChildren()) {
                if (argument.getValue() != null) {
                    arguments.add(argument.getValue().strip());
                }
            }
        }
        String single = configuration == null ? "" : text(configuration, "compilerArgument", "");
        if (!single.isEmpty()) {
            arguments.add(single);
        }
        return arguments;
    }

    private @Nullable String setting(String name, String property) {
        String own = configuration == null ? "" : text(configuration, name, "");
        if (!own.isEmpty() && !own.startsWith("${")) {
            return own;
        }
        String given = project.getProperties().getProperty(property);
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static void flag(List<String> options, String name, @Nullable String value) {
        if (value != null) {
            options.add(name);
            options.add(value);
        }
    }

    private static String text(Xpp3Dom parent, String name, String otherwise) {
        Xpp3Dom child = parent.getChild(name);
        return child == null || child.getValue() == null
                ? otherwise
                : child.getValue().strip();
    }
}
