package quintet.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.OwnJar;
import quintet.dev.internal.child.ChildMain;
import quintet.dev.internal.child.ChildOrder;
import quintet.dev.internal.compile.CompileResult;
import quintet.dev.internal.serve.Build;
import quintet.dev.internal.serve.ChildOptions;

/** A project as the supervisor sees it. */
final class ProjectBuild implements Build {
    private final DevProject project;
    private final DevServerOptions options;
    private @Nullable Path packed;

    ProjectBuild(DevProject project, DevServerOptions options) {
        this.project = project;
        this.options = options;
    }

    @Override
    public Path root() {
        return project.root();
    }

    @Override
    public CompileResult compile() throws IOException {
        return project.compileMain();
    }

    @Override
    public void warmUp() throws IOException {
        project.warmUp();
    }

    @Override
    public boolean refresh() {
        return project.refresh();
    }

    @Override
    public List<Path> poms() {
        return project.poms();
    }

    @Override
    public ChildOptions child() {
        List<Path> classPath = new ArrayList<>(project.classPath());
        Path own = own();
        if (!classPath.contains(own)) {
            classPath.add(own);
        }
        return new ChildOptions(
                project.root(),
                classPath,
                List.of(),
                Map.of(),
                project.work(),
                options.debugPort().isPresent());
    }

    /** The child needs the classes of this module; packed, for the JVM makes AOT caches of jars alone. */
    private Path own() {
        Path place = OwnJar.placeOf(ChildMain.class);
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path jar = packed;
        if (jar == null) {
            try {
                jar = OwnJar.pack(place, project.work().resolve("dev.jar"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            packed = jar;
        }
        return jar;
    }

    @Override
    public ChildOrder order(boolean first) {
        List<Path> folders = new ArrayList<>(List.of(project.output()));
        folders.addAll(project.resources());
        ChildOrder.StaticFilesChoice choice = !options.staticFiles()
                ? ChildOrder.StaticFilesChoice.NONE
                : options.insecure() ? ChildOrder.StaticFilesChoice.ALWAYS : ChildOrder.StaticFilesChoice.SETTINGS;
        return new ChildOrder(
                project.projectClass(), folders, first, choice, System.getProperty("quintet.program", "./manage"));
    }

    @Override
    public List<Path> sources() {
        return project.sourceRoots();
    }

    @Override
    public List<Path> resources() {
        return project.resources();
    }
}
