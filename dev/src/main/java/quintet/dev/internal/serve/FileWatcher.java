package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.dev.internal.FileTree;

/** Calls back when something below some folders is written, once for a burst of writes. */
final class FileWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");

    /** Editors write a file in several steps; what follows within this time belongs to the same change. */
    private static final long BURST_MILLIS = 8;

    private final WatchService service;
    private final List<Path> roots;
    private final Consumer<Set<Path>> changed;

    FileWatcher(List<Path> roots, Consumer<Set<Path>> changed) throws IOException {
        this.service = FileSystems.getDefault().newWatchService();
        this.roots = roots;
        this.changed = changed;
    }

    void start() throws IOException {
        for (Path root : roots) {
            register(root);
        }
        Thread.ofPlatform().daemon().name("watch-sources").start(this::watch);
    }

    private void register(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        FileTree.walk(root, (file, attributes) -> {
            if (attributes.isDirectory()) {
                folders.add(file);
            }
        });
        for (Path folder : folders) {
            try {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (NoSuchFileException e) {
                LOG.trace("{} went away", folder);
            }
        }
    }

    private void watch() {
        try {
            while (true) {
                Set<Path> files = new LinkedHashSet<>();
                drain(service.take(), files);
                for (WatchKey more = service.poll(BURST_MILLIS, TimeUnit.MILLISECONDS);
                        more != null;
                        more = service.poll(BURST_MILLIS, TimeUnit.MILLISECONDS)) {
                    drain(more, files);
                }
                changed.accept(files);
            }
        } catch (ClosedWatchServiceException e) {
            LOG.trace("No longer watching");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(WatchKey key, Set<Path> files) {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(key.watchable() instanceof Path folder) || !(event.context() instanceof Path name)) {
                // Too many events at once: which files they were of is lost, but not that there were some.
                continue;
            }
            files.add(folder.resolve(name));
            if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)) {
                try {
                    register(folder.resolve(name));
                } catch (IOException e) {
                    LOG.warn("{} cannot be watched: {}", folder.resolve(name), e.toString());
                }
            }
        }
        key.reset();
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("Closing the watcher failed", e);
        }
    }
}
