package quintet.dev.internal.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the child process is started.
 *
 * @param root the project's folder
 * @param projectClass binary name of the class that extends Project
 * @param classPath jars (and folders) of the project's dependencies, Quintet included
 * @param folders compiled classes and resources of the project itself
 * @param jvmOptions further options of the JVM, such as a debugger's
 * @param environment variables added to this process's own
 * @param work a folder for what the supervisor writes
 */
public record ChildOptions(
        Path root,
        String projectClass,
        List<Path> classPath,
        List<Path> folders,
        List<String> jvmOptions,
        Map<String, String> environment,
        Path work) {}
