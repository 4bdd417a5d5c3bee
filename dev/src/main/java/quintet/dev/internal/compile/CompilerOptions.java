package quintet.dev.internal.compile;

import java.nio.file.Path;
import java.util.List;

/**
 * How a project is compiled.
 *
 * @param sourceRoots folders of Java sources
 * @param classPath what the sources compile against
 * @param processorPath where annotation processors are; empty for none
 * @param options further options of javac, such as {@code -parameters}
 * @param output where class files go; nobody else may write there
 * @param generated where processors write sources
 */
public record CompilerOptions(
        List<Path> sourceRoots,
        List<Path> classPath,
        List<Path> processorPath,
        List<String> options,
        Path output,
        Path generated) {}
