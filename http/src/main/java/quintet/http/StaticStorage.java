package quintet.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import quintet.core.Site;
import quintet.http.internal.statics.StaticFile;
import quintet.http.internal.statics.StaticIndex;

/**
 * The URLs and contents of a site's static files: {@code StaticStorage.current().url("css/site.css")} in Java is {@code {%
 * static "css/site.css" %}} in a template. Django's {@code staticfiles_storage}.
 */
public final class StaticStorage {
    private final StaticIndex index;

    StaticStorage(StaticIndex index) {
        this.index = index;
    }

    /** The static files of the current site. */
    public static StaticStorage current() {
        return Site.current().service(StaticStorage.class);
    }

    /** The URL below which static files are: {@link StaticFiles#url()}. */
    public String prefix() {
        return index.settings().url();
    }

    /**
     * The URL of a file, with the hash of its content in the name when {@link StaticFiles#hashed} is on.
     *
     * @param name the path below the prefix, for example {@code css/site.css}; query and fragment are kept
     * @throws IllegalArgumentException for a file that is not there, when names are hashed and strict
     */
    public String url(String name) {
        return index.url(name);
    }

    /** The places where files are looked for, in order, for people. */
    public List<String> places() {
        return index.sources().describe();
    }

    /** The names of all files that {@code {% static %}} would find, in order. */
    public List<String> names() {
        return List.copyOf(index.sources().all().keySet());
    }

    /** The content of a file, found as {@code {% static %}} would, or empty when there is none. */
    public Optional<byte[]> read(String name) throws IOException {
        StaticFile file = index.sources().find(name);
        return file == null ? Optional.empty() : Optional.of(file.read());
    }
}
