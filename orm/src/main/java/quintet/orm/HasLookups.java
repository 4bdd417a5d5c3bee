package quintet.orm;

/** An app with lookups and transforms of its own, for {@code filter("title__soundsLike", ...)}. */
public interface HasLookups {
    /** Registers them. Called once when a site opens. */
    void lookups(CustomLookups on);
}
