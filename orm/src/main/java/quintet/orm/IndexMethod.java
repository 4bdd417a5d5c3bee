package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL keeps an index: {@code Index.of("part_tags", Part_.tags).using(IndexMethod.gin().fastUpdate(false))}. Immutable.
 * Answers to {@code django.contrib.postgres.indexes}. Options that are null stay as PostgreSQL has them.
 */
public sealed interface IndexMethod {
    /** The word of {@code USING}, which is also the end of names that are made. */
    String name();

    /** The settings of {@code WITH}, such as {@code fastupdate = off}. */
    List<String> settings();

    /** For values of many parts: lists, JSON, words of texts. Django's {@code GinIndex}. */
    static Gin gin() {
        return new Gin(null, null);
    }

    /** For ranges, shapes and nearness. Django's {@code GistIndex}. */
    static Gist gist() {
        return new Gist(null, null);
    }

    /** For values that fall into regions without overlap. Django's {@code SpGistIndex}. */
    static SpGist spGist() {
        return new SpGist(null);
    }

    /** For large tables whose rows lie in the order of the column. Django's {@code BrinIndex}. */
    static Brin brin() {
        return new Brin(null, null);
    }

    /** For equality alone. Django's {@code HashIndex}. */
    static Hash hash() {
        return new Hash(null);
    }

    /** For equality of any of many columns; the database needs the extension bloom. Django's {@code BloomIndex}. */
    static Bloom bloom() {
        return new Bloom(null, List.of());
    }

    /** The usual kind, with settings. Django's {@code BTreeIndex}. */
    static BTree btree() {
        return new BTree(null, null);
    }

    private static void add(List<String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.add(name + " = " + (value instanceof Boolean on ? on ? "on" : "off" : value));
        }
    }

    private static void checkFill(@Nullable Integer percent, int least) {
        if (percent != null && (percent < least || percent > 100)) {
            throw new IllegalArgumentException(
                    "The fill factor of an index is a percentage from " + least + " to 100, not " + percent + ".");
        }
    }

    /**
     * Many parts for each value.
     *
     * @param fastUpdate whether new entries wait in a list
     * @param pendingListLimit the size of that list in kB
     */
    record Gin(@Nullable Boolean fastUpdate, @Nullable Integer pendingListLimit) implements IndexMethod {
        /** The same with another setting: whether new entries wait in a list. */
        public Gin fastUpdate(boolean value) {
            return new Gin(value, pendingListLimit);
        }

        /** The same with another setting: the size of that list in kB. */
        public Gin pendingListLimit(int value) {
            return new Gin(fastUpdate, value);
        }

        @Override
        public String name() {
            return "gin";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "gin_pending_list_limit", pendingListLimit);
            add(settings, "fastupdate", fastUpdate);
            return settings;
        }
    }

    /**
     * Ranges and shapes.
     *
     * @param buffering whether building it is buffered
     * @param fillFactor the percentage to which pages are filled
     */
    record Gist(@Nullable Boolean buffering, @Nullable Integer fillFactor) implements IndexMethod {
        /** The factor is a percentage. */
        public Gist {
            checkFill(fillFactor, 10);
        }

        /** The same with another setting: whether building it is buffered. */
        public Gist buffering(boolean value) {
            return new Gist(value, fillFactor);
        }

        /** The same with another setting: the percentage to which pages are filled. */
        public Gist fillFactor(int value) {
            return new Gist(buffering, value);
        }

        @Override
        public String name() {
            return "gist";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "buffering", buffering);
            add(settings, "fillfactor", fillFactor);
            return settings;
        }
    }

    /**
     * Regions without overlap.
     *
     * @param fillFactor the percentage to which pages are filled
     */
    record SpGist(@Nullable Integer fillFactor) implements IndexMethod {
        /** The factor is a percentage. */
        public SpGist {
            checkFill(fillFactor, 10);
        }

        /** The same with another setting: the percentage to which pages are filled. */
        public SpGist fillFactor(int value) {
            return new SpGist(value);
        }

        @Override
        public String name() {
            return "spgist";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "fillfactor", fillFactor);
            return settings;
        }
    }

    /**
     * Summaries of blocks of rows.
     *
     * @param autoSummarize whether new blocks are summarized at once
     * @param pagesPerRange the number of pages of a block
     */
    record Brin(@Nullable Boolean autoSummarize, @Nullable Integer pagesPerRange) implements IndexMethod {
        /** Blocks have pages. */
        public Brin {
            if (pagesPerRange != null && pagesPerRange <= 0) {
                throw new IllegalArgumentException("The pages of a BRIN index's block must be more than 0.");
            }
        }

        /** The same with another setting: whether new blocks are summarized at once. */
        public Brin autoSummarize(boolean value) {
            return new Brin(value, pagesPerRange);
        }

        /** The same with another setting: the number of pages of a block. */
        public Brin pagesPerRange(int value) {
            return new Brin(autoSummarize, value);
        }

        @Override
        public String name() {
            return "brin";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "autosummarize", autoSummarize);
            add(settings, "pages_per_range", pagesPerRange);
            return settings;
        }
    }

    /**
     * Hashes of values.
     *
     * @param fillFactor the percentage to which pages are filled
     */
    record Hash(@Nullable Integer fillFactor) implements IndexMethod {
        /** The factor is a percentage. */
        public Hash {
            checkFill(fillFactor, 10);
        }

        /** The same with another setting: the percentage to which pages are filled. */
        public Hash fillFactor(int value) {
            return new Hash(value);
        }

        @Override
        public String name() {
            return "hash";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "fillfactor", fillFactor);
            return settings;
        }
    }

    /**
     * Sorted values.
     *
     * @param fillFactor the percentage to which pages are filled
     * @param deduplicateItems whether equal values are kept once
     */
    record BTree(@Nullable Integer fillFactor, @Nullable Boolean deduplicateItems) implements IndexMethod {
        /** The factor is a percentage. */
        public BTree {
            checkFill(fillFactor, 10);
        }

        /** The same with another setting: the percentage to which pages are filled. */
        public BTree fillFactor(int value) {
            return new BTree(value, deduplicateItems);
        }

        /** The same with another setting: whether equal values are kept once. */
        public BTree deduplicateItems(boolean value) {
            return new BTree(fillFactor, value);
        }

        @Override
        public String name() {
            return "btree";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "fillfactor", fillFactor);
            add(settings, "deduplicate_items", deduplicateItems);
            return settings;
        }
    }

    /**
     * Signatures of rows.
     *
     * @param length of a signature in bits
     * @param columns the bits of each column
     */
    record Bloom(@Nullable Integer length, List<Integer> columns) implements IndexMethod {
        /** Checks the numbers. */
        public Bloom {
            columns = List.copyOf(columns);
            if (columns.size() > 32) {
                throw new IllegalArgumentException("Bloom indexes support a maximum of 32 columns.");
            }
            if (columns.stream().anyMatch(bits -> bits < 1 || bits > 4095)) {
                throw new IllegalArgumentException("The bits of a column of a Bloom index are 1 to 4095.");
            }
            if (length != null && (length < 1 || length > 4096)) {
                throw new IllegalArgumentException(
                        "The length of a Bloom index is 1 to 4096 bits, not " + length + ".");
            }
        }

        /** The same with another length of signatures in bits. */
        public Bloom length(int bits) {
            return new Bloom(bits, columns);
        }

        /** The same with the bits of each column. */
        public Bloom columns(Integer... bits) {
            return new Bloom(length, List.of(bits));
        }

        @Override
        public String name() {
            return "bloom";
        }

        @Override
        public List<String> settings() {
            List<String> settings = new ArrayList<>();
            add(settings, "length", length);
            for (int i = 0; i < columns.size(); i++) {
                add(settings, "col" + (i + 1), columns.get(i));
            }
            return settings;
        }
    }
}
