package quintet.orm.internal.migrations;

import org.jspecify.annotations.Nullable;
import quintet.orm.IndexMethod;

/** The way an index is kept, as Java source. */
final class IndexSource {
    private IndexSource() {}

    static String method(IndexMethod method) {
        return "IndexMethod."
                + switch (method) {
                    case IndexMethod.Gin m ->
                        "gin()" + set("pendingListLimit", m.pendingListLimit()) + set("fastUpdate", m.fastUpdate());
                    case IndexMethod.Gist m ->
                        "gist()" + set("buffering", m.buffering()) + set("fillFactor", m.fillFactor());
                    case IndexMethod.SpGist m -> "spGist()" + set("fillFactor", m.fillFactor());
                    case IndexMethod.Brin m ->
                        "brin()" + set("autoSummarize", m.autoSummarize()) + set("pagesPerRange", m.pagesPerRange());
                    case IndexMethod.Hash m -> "hash()" + set("fillFactor", m.fillFactor());
                    case IndexMethod.Bloom m -> {
                        String columns = m.columns().toString();
                        yield "bloom()"
                                + set("length", m.length())
                                + (m.columns().isEmpty()
                                        ? ""
                                        : set("columns", columns.substring(1, columns.length() - 1)));
                    }
                    case IndexMethod.BTree m ->
                        "btree()" + set("fillFactor", m.fillFactor()) + set("deduplicateItems", m.deduplicateItems());
                };
    }

    private static String set(String setting, @Nullable Object value) {
        return value == null ? "" : "." + setting + "(" + value + ")";
    }
}
