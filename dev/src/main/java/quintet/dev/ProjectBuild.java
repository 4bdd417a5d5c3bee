package quintet.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quintet.dev.internal.OwnJar;
import quintet.dev.internal.child.ChildMain;
import quintet.dev.internal.compile.CompileResult;
import quintet.dev.internal.serve.Build;
import quintet.dev.internal.serve.ChildOptions;

/** A project as the supervisor sees it. */
final class ProjectBuild implements Build {
    private final DevProject project;
    private final List<String> jvmOptions;

    ProjectBuild(DevProject project, List<String> jvmOptions) {
        this.project = project;
        this.jvmOptions = jvmOptions;
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
    public boolean refresh() {
        return project.refresh();
    }

    @Override
    public ChildOptions child() {
        List<Path> classPath = new ArrayList<>(project.classPath());
        Path own = OwnJar.placeOf(ChildMain.class);
        if (!classPath.contains(own)) {
            classPath.add(own);
        }
        List<Path> folders = new ArrayList<>(List.of(project.output()));
        folders.addAll(project.resources());
        return new ChildOptions(
                project.root(), project.projectClass(), classPath, folders, jvmOptions, Map.of(), project.work());
    }

    @Override
    public List<Path> watched() {
        List<Path> all = new ArrayList<>(project.sourceRoots());
        all.addAll(project.resources());
        return all;
    }
}
