package quintet.dev.internal.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads classes ahead of their need: in a spare child, and in the run whose AOT cache later children start from. */
public final class Training {
    private Training() {}

    /** Loads and links the classes that a file names, serves one page of its own, and ends. */
    public static void main(String[] args) throws IOException {
        load(Path.of(args[0]));
        WarmUp.run();
        System.exit(0);
    }

    /** Loads and links the classes that a file names; those that are no more are passed over. */
    static void load(Path names) throws IOException {
        if (!Files.isRegularFile(names)) {
            return;
        }
        for (String name : Files.readAllLines(names)) {
            try {
                // Asking for the methods links the class, which costs more than loading it.
                var _ = Class.forName(name, false, Training.class.getClassLoader())
                        .getDeclaredMethods();
            } catch (ClassNotFoundException | LinkageError e) {
                // Another version of a library has other classes.
            }
        }
    }
}
