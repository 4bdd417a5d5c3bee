package quintet.dev.internal.compile;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import quintet.dev.Diagnosis;

/** Cuts what has an error out of a source text; lines keep their numbers. */
final class SourceCutter {
    /**
     * What is left of a text.
     *
     * @param text the text without what had errors; the same text when they were in nothing that can be cut
     * @param isWhole whether nothing but bodies of methods was cut, so that all members are there as written
     */
    record Rest(String text, boolean isWhole) {}

    /** A part of the text and what to put there. */
    private record Cut(int start, int end, String instead, boolean isBody) {
        Cut(int start, int end, String instead) {
            this(start, end, instead, false);
        }
    }

    private static final int TAB = 8;

    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final TreeMap<Integer, Cut> cuts = new TreeMap<>();

    private SourceCutter(String text, CompilationUnitTree unit, SourcePositions positions) {
        this.text = text;
        this.unit = unit;
        this.positions = positions;
    }

    /** Cuts out what these errors are in. */
    static Rest cut(Path file, String text, List<Diagnosis> errors) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(new TextSource(file, text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            SourceCutter cutter =
                    new SourceCutter(text, unit, Trees.instance(task).getSourcePositions());
            errors.forEach(cutter::cut);
            return new Rest(cutter.result(), cutter.cuts.values().stream().allMatch(Cut::isBody));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(Diagnosis error) {
        int at = offset(error.line(), error.column());
        if (at >= 0) {
            Cut cut = new Finder(at, error).find();
            if (cut != null) {
                cuts.merge(cut.start, cut, (a, b) -> a.end >= b.end ? a : b);
            }
        }
    }

    private int offset(long line, long column) {
        int at = 0;
        for (long i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        if (line < 1) {
            return -1;
        }
        // The compiler counts a tab as the way to the next multiple of eight.
        for (int reached = 0; reached < column - 1 && at < text.length(); at++) {
            reached = text.charAt(at) == '\t' ? (reached / TAB + 1) * TAB : reached + 1;
        }
        return at;
    }

    private String result() {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Cut cut : cuts.values()) {
            if (cut.start >= at) {
                result.append(text, at, cut.start).append(cut.instead);
                text.substring(cut.start, cut.end)
                        .chars()
                        .filter(c -> c == '\n')
                        .forEach(c -> result.append('\n'));
                at = cut.end;
            }
        }
        return result.append(text.substring(at)).toString();
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /** Finds the smallest part around a place that can be cut. */
    private final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final int at;
        private final Diagnosis error;
        private @Nullable Cut found;

        Finder(int at, Diagnosis error) {
            this.at = at;
            this.error = error;
        }

        @Nullable
        Cut find() {
            scan(unit, null);
            return found;
        }

        private boolean isInside(@Nullable Tree tree) {
            return tree != null && start(tree) >= 0 && start(tree) <= at && at <= end(tree);
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            // Outer parts come first, so that the innermost is the last word.
            return tree == unit || isInside(tree) ? super.scan(tree, null) : null;
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
            found = new Cut(start(tree), end(tree), "");
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            found = tree.getSimpleName().isEmpty() ? found : new Cut(start(tree), end(tree), "");
            for (Tree member : tree.getMembers()) {
                if (member instanceof BlockTree block && isInside(block)) {
                    found = new Cut(start(block), end(block), ";");
                }
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            found = new Cut(start(tree), end(tree), "");
            BlockTree body = tree.getBody();
            if (isInside(body)) {
                found = new Cut(
                        bodyStart(tree, body), end(body) - 1, "throw new java.lang.Error(" + literal() + ");", true);
            }
            return super.visitMethod(tree, null);
        }

        /** After the call of another constructor, which must stay unless it is what is wrong. */
        private int bodyStart(MethodTree method, BlockTree body) {
            if (method.getReturnType() == null && !body.getStatements().isEmpty()) {
                StatementTree first = body.getStatements().getFirst();
                if (first instanceof ExpressionStatementTree statement
                        && statement.getExpression() instanceof MethodInvocationTree call
                        && call.getMethodSelect().toString().matches("super|this")
                        && !isInside(first)) {
                    return end(first);
                }
            }
            return start(body) + 1;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            boolean isField = found == null || found.instead.isEmpty();
            if (isField && isInside(tree.getInitializer())) {
                found = new Cut(start(tree.getInitializer()), end(tree.getInitializer()), neutral(tree.getType()));
            } else if (isField) {
                found = new Cut(start(tree), end(tree), "");
            }
            return super.visitVariable(tree, null);
        }

        private static String neutral(@Nullable Tree type) {
            if (type instanceof PrimitiveTypeTree primitive) {
                return primitive.getPrimitiveTypeKind() == TypeKind.BOOLEAN ? "false" : "0";
            }
            return "null";
        }

        private String literal() {
            String place = (error.file() == null ? "" : error.file().getFileName()) + ":" + error.line() + ": ";
            String first = error.message().lines().findFirst().orElse("");
            return '"'
                    + (place + "this does not compile: " + first)
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                    + '"';
        }
    }
}
