package quintet.http.internal.statics;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.http.Response;

/**
 * Serves the files of an index. In debug mode each request looks at the disk; else what was sent once stays in memory, with
 * its compressed form, up to a limit.
 */
public final class StaticServer {
    private static final long MOST_IN_MEMORY = 64L << 20;
    private static final String FOR_EVER = "max-age=315360000, public, immutable";

    private final StaticIndex index;
    private final String cacheControl;
    private final Map<String, Content> kept = new ConcurrentHashMap<>();
    private final AtomicLong keptBytes = new AtomicLong();

    /** Serves this index. */
    public StaticServer(StaticIndex index) {
        this.index = index;
        long seconds = index.debug() ? 0 : index.settings().maxAge().toSeconds();
        cacheControl = "max-age=" + seconds + ", public";
    }

    /** The answer for the file of this name, or null when there is none. */
    public @Nullable Response serve(Request request, String name) throws IOException {
        Content content = kept.get(name);
        if (content == null) content = load(name);
        return content == null ? null : FileResponses.of(request, content);
    }

    private @Nullable Content load(String name) throws IOException {
        StaticIndex.Served served = index.find(name);
        if (served == null) return null;
        StaticFile file = served.file();
        String control = served.immutable() ? FOR_EVER : cacheControl;
        boolean large = served.content() == null && file.size() > Content.LARGEST_IN_MEMORY;
        if (file instanceof StaticFile.OnDisk onDisk && (index.debug() || large)) return Content.fresh(onDisk, control);
        byte[] bytes = served.content() == null ? file.read() : served.content();
        Content content = Content.inMemory(file.name(), bytes, file.modified(), control, !index.debug());
        if (!index.debug() && keptBytes.addAndGet(bytes.length) <= MOST_IN_MEMORY) kept.put(name, content);
        return content;
    }
}
