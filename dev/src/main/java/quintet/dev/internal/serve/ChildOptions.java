package quintet.dev.internal.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How child processes are started.
 *
 * @param root the project's folder
 * @param classPath jars (and folders) of the project's dependencies, Quintet included
 * @param jvmOptions further options of the JVM
 * @param environment variables added to this process's own
 * @param work a folder for what the supervisor writes
 * @param debug whether a debugger may attach to the child; then nothing is stopped because it takes long
 */
public record ChildOptions(
        Path root,
        List<Path> classPath,
        List<String> jvmOptions,
        Map<String, String> environment,
        Path work,
        boolean debug) {}
