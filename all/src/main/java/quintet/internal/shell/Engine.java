package quintet.internal.shell;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import quintet.core.Site;

/** Runs code that is typed in, in this process and inside the site, so that it sees what the site sees. */
final class Engine implements ExecutionControlProvider {
    private final Site site;

    private Engine(Site site) {
        this.site = site;
    }

    /** A JShell that compiles with the site's class path and runs inside the site. */
    static JShell start(Site site) {
        return JShell.builder()
                .executionEngine(new Engine(site), Map.of())
                .compilerOptions("-classpath", classPath(site.classLoader()), "-Xlint:none", "-proc:none")
                .build();
    }

    /** The JVM's class path and, before it, the folders of a project's own class loader. */
    private static String classPath(ClassLoader loader) {
        List<String> paths = new ArrayList<>();
        for (ClassLoader at = loader; at != null; at = at.getParent()) {
            if (at instanceof URLClassLoader own) {
                for (URL url : own.getURLs()) {
                    paths.add(file(url));
                }
            }
        }
        paths.add(System.getProperty("java.class.path", ""));
        return paths.stream().filter(path -> !path.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    /** Empty for what is no file: javac can read nothing else. */
    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String name() {
        return "quintet";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return new InSite(site);
    }

    private static final class InSite extends DirectExecutionControl {
        private final Site site;
        private volatile Thread running = Thread.currentThread();
        private volatile boolean busy;

        InSite(Site site) {
            super(new TypedClasses(site.classLoader()));
            this.site = site;
        }

        @Override
        protected String invoke(Method method) throws Exception {
            running = Thread.currentThread();
            busy = true;
            try {
                return site.call(() -> Shown.of(method.invoke(null)));
            } catch (InvocationTargetException e) {
                throw e;
            } finally {
                busy = false;
            }
        }

        @Override
        public void stop() {
            if (busy) {
                running.interrupt();
            }
        }
    }
}
