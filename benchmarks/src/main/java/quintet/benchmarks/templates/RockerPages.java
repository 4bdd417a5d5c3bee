package quintet.benchmarks.templates;

import com.fizzed.rocker.RockerModel;
import com.fizzed.rocker.runtime.ArrayOfByteArraysOutput;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Rocker with its optimised code, compiled before. */
public final class RockerPages implements Contender {
    private static final String PACKAGE = "rockerpages";

    private final ClassLoader loader;

    RockerPages(Path folder) throws Exception {
        Path sources = folder.resolve("rocker");
        Path generated = folder.resolve("rocker-java");
        Path classes = folder.resolve("rocker-classes");
        for (Path each : List.of(sources, generated, classes)) java.nio.file.Files.createDirectories(each);
        Files.copy("rocker", Files.names(".rocker.html"), sources.resolve(PACKAGE));
        System.setProperty("rocker.template.dir", sources.toString());
        System.setProperty("rocker.output.dir", generated.toString());
        System.setProperty("rocker.class.dir", classes.toString());
        System.setProperty("rocker.option.optimize", "true");
        System.setProperty("rocker.option.discardLogicWhitespace", "false");
        generate();
        compile(generated, classes);
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, RockerPages.class.getClassLoader());
    }

    /** With the parser that Rocker's compiler was made with: Hibernate, on the same class path, needs a later one. */
    private static void generate() throws Exception {
        List<URL> places = new ArrayList<>();
        Path own = Path.of(RockerPages.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        places.add(own.resolveSibling("rocker")
                .resolve("antlr4-runtime.jar")
                .toUri()
                .toURL());
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            places.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader compiler =
                new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> generator = compiler.loadClass("com.fizzed.rocker.compiler.JavaGeneratorMain");
            MethodHandles.publicLookup()
                    .findStatic(generator, "main", MethodType.methodType(void.class, String[].class))
                    .invoke(new String[0]);
        } catch (Error | Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(Path sources, Path classes) throws java.io.IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> args = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = java.nio.file.Files.walk(sources)) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(f -> args.add(f.toString()));
        }
        if (compiler.run(null, null, null, args.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The code that Rocker made does not compile");
        }
    }

    @Override
    public String name() {
        return "Rocker";
    }

    @Override
    public Rendering page(Pages page) throws Exception {
        Class<?> type = loader.loadClass(PACKAGE + "." + page.file());
        Class<?> parameter = page == Pages.SHELF ? Shelf.class : List.class;
        MethodHandle handle = MethodHandles.publicLookup()
                .findStatic(type, "template", MethodType.methodType(type, parameter))
                .asType(MethodType.methodType(RockerModel.class, Object.class));
        Maker maker = java.lang.invoke.MethodHandleProxies.asInterfaceInstance(Maker.class, handle);
        Object model = JtePages.model(page);
        return body -> {
            ArrayOfByteArraysOutput out = maker.make(model).render(ArrayOfByteArraysOutput.FACTORY);
            for (byte[] part : out.getArrays()) body.write(part, 0, part.length);
        };
    }

    /** Makes the model of a page; a static method of the generated class. */
    @FunctionalInterface
    public interface Maker {
        /** A model ready to be rendered. */
        RockerModel make(Object data);
    }
}
