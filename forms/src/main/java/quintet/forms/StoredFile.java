package quintet.forms;

/** A file that was stored earlier, as a file field's initial value: shown as a link. Its text is its name. */
public interface StoredFile {
    /** The address to read it at; empty if it has none. */
    String url();

    /** The name shown. */
    @Override
    String toString();
}
