package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One change from first compilation to written class files: compiles until nothing more depends on what changed. */
final class CompilePass {
    /** Types whose methods a site calls when it opens and never again: a new body of them needs a new process. */
    private static final Set<String> ASKED_ONCE = Set.of(
            "quintet/core/App",
            "quintet/core/SettingsPart",
            "quintet/core/SiteDefinition",
            "quintet/core/SiteModule",
            "quintet/http/Project",
            "quintet/orm/Migration",
            "quintet/views/TagLibrary");

    private final CompilerOptions options;
    private final Javac javac;
    private final BuildState state;
    private final Map<Path, BuildState.Stamp> now;
    private final Set<Path> deleted;

    private final Set<Path> compiled = new LinkedHashSet<>();
    private final Set<String> gone = new TreeSet<>();
    private final Map<Path, byte[]> hidden = new LinkedHashMap<>();
    private Javac.Output output = Javac.Output.NONE;
    private Map<String, ClassShape> shapes = Map.of();

    CompilePass(CompilerOptions options, Javac javac, BuildState state, Map<Path, BuildState.Stamp> now) {
        this.options = options;
        this.javac = javac;
        this.state = state;
        this.now = now;
        this.deleted = state.deleted(now);
    }

    CompileResult run(Set<Path> changed) throws IOException {
        for (Path file : deleted) {
            gone.addAll(state.classesOf(file));
            hide(file);
        }
        Set<Path> next = new LinkedHashSet<>(changed);
        next.addAll(state.isAggregating() ? now.keySet() : present(state.dependents(gone)));
        while (!next.isEmpty()) {
            for (Path file : next) {
                hide(file);
            }
            compiled.addAll(next);
            output = javac.compile(compiled);
            if (!output.succeeded()) {
                restore();
                state.fail(compiled);
                return new CompileResult(names(compiled), output.errors(), Map.of(), Set.of());
            }
            shapes = new HashMap<>();
            output.classes().forEach((name, bytes) -> shapes.put(name, ClassShape.of(bytes)));
            next = furtherSources();
        }
        return commit();
    }

    /** Sources that depend on classes whose interface changed or use a constant that did, and were not compiled yet. */
    private Set<Path> furtherSources() throws IOException {
        Set<String> changed = new HashSet<>();
        Set<String> constants = new HashSet<>();
        for (String name : vanished()) {
            changed.add(name);
            constants.addAll(ClassShape.changedConstants(state.shape(name), null));
        }
        for (ClassShape shape : shapes.values()) {
            ClassShape old = state.shape(shape.name());
            if (old == null || !old.api().equals(shape.api())) {
                changed.add(shape.name());
            }
            if (old != null) {
                constants.addAll(ClassShape.changedConstants(old, shape));
            }
        }
        Set<Path> next = present(state.dependents(changed));
        Set<Path> others = new LinkedHashSet<>(now.keySet());
        others.removeAll(compiled);
        next.addAll(Mentions.of(constants, others));
        next.removeAll(compiled);
        return next;
    }

    /** Classes that the last good compilation gave and this one does not. */
    private Set<String> vanished() {
        Set<String> before = new TreeSet<>(gone);
        compiled.forEach(file -> before.addAll(state.classesOf(file)));
        before.removeAll(shapes.keySet());
        return before;
    }

    private Set<Path> present(Set<Path> files) {
        files.retainAll(now.keySet());
        return files;
    }

    /** Takes class files and generated sources of what is compiled anew out of javac's sight. */
    private void hide(Path source) throws IOException {
        for (String name : state.classesOf(source)) {
            hideFile(classFile(name));
        }
        for (Path generated : state.generatedBy(source)) {
            hideFile(generated);
        }
    }

    private void hideFile(Path file) throws IOException {
        if (Files.exists(file)) {
            hidden.put(file, Files.readAllBytes(file));
            Files.delete(file);
        }
    }

    private void restore() throws IOException {
        for (Map.Entry<Path, byte[]> entry : hidden.entrySet()) {
            OutputFolder.write(entry.getKey(), entry.getValue());
        }
    }

    private CompileResult commit() throws IOException {
        Map<String, byte[]> redefined = new LinkedHashMap<>();
        Set<String> reshaped = new TreeSet<>();
        for (Map.Entry<String, byte[]> entry : output.classes().entrySet()) {
            compare(entry.getKey(), entry.getValue(), redefined, reshaped);
            OutputFolder.write(classFile(entry.getKey()), entry.getValue());
        }
        for (String name : vanished()) {
            Files.deleteIfExists(classFile(name));
            reshaped.add(name.replace('/', '.'));
        }
        deleted.forEach(state::forget);
        for (Path file : compiled) {
            state.forget(file);
            BuildState.Stamp stamp = now.get(file);
            if (stamp != null) {
                state.learn(file, stamp, output.classesBySource().getOrDefault(file, Set.of()));
            }
        }
        state.learn(shapes, output.generatedFrom());
        state.aggregating(output.aggregating() || state.isAggregating() && !compiled.containsAll(now.keySet()));
        return new CompileResult(names(compiled), List.of(), redefined, reshaped);
    }

    private void compare(String name, byte[] bytes, Map<String, byte[]> redefined, Set<String> reshaped) {
        ClassShape shape = shapes.get(name);
        ClassShape old = state.shape(name);
        if (old == null
                || shape == null
                || !old.schema().equals(shape.schema())
                || !old.constants().equals(shape.constants())
                || !old.bytes().equals(shape.bytes()) && runsAtStart(shape)) {
            reshaped.add(name.replace('/', '.'));
        } else if (!old.bytes().equals(shape.bytes())) {
            redefined.put(name.replace('/', '.'), bytes);
        }
    }

    /** Settings, routes and tag libraries are asked once, when a site opens. */
    private boolean runsAtStart(ClassShape shape) {
        for (String parent : shape.parents()) {
            ClassShape known = shapes.getOrDefault(parent, state.shape(parent));
            if (ASKED_ONCE.contains(parent) || known != null && runsAtStart(known)) {
                return true;
            }
        }
        return false;
    }

    private Path classFile(String internalName) {
        return options.output().resolve(internalName + ".class");
    }

    private Set<String> names(Set<Path> files) {
        List<Path> roots = new ArrayList<>(options.sourceRoots());
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            names.add(roots.stream()
                    .filter(file::startsWith)
                    .findFirst()
                    .map(root -> root.relativize(file).toString())
                    .orElse(file.toString()));
        }
        return names;
    }
}
