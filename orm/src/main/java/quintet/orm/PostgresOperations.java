package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;

/**
 * The steps of migrations that only PostgreSQL knows, in Django's words with a small first letter. Import statically. Answers to
 * {@code django.contrib.postgres.operations}.
 */
@CheckReturnValue
public final class PostgresOperations {
    private PostgresOperations() {}

    /** Adds an extension to the database; its user must be allowed to. */
    public static PostgresOperation.CreateExtension createExtension(String name) {
        return new PostgresOperation.CreateExtension(name, Map.of());
    }

    /** For Bloom indexes. */
    public static PostgresOperation.CreateExtension bloomExtension() {
        return createExtension("bloom");
    }

    /** For GIN indexes over plain columns. */
    public static PostgresOperation.CreateExtension btreeGinExtension() {
        return createExtension("btree_gin");
    }

    /** For exclusion constraints and GiST indexes that compare plain columns too. */
    public static PostgresOperation.CreateExtension btreeGistExtension() {
        return createExtension("btree_gist");
    }

    /** For columns of texts without case, which collations have replaced. */
    public static PostgresOperation.CreateExtension ciTextExtension() {
        return createExtension("citext");
    }

    /** For SHA1 and other functions of cryptography. */
    public static PostgresOperation.CreateExtension cryptoExtension() {
        return createExtension("pgcrypto");
    }

    /** For fields of texts by their keys. */
    public static PostgresOperation.CreateExtension hstoreExtension() {
        return createExtension("hstore");
    }

    /** For texts that are nearly alike. */
    public static PostgresOperation.CreateExtension trigramExtension() {
        return createExtension("pg_trgm");
    }

    /** For texts without their accents. */
    public static PostgresOperation.CreateExtension unaccentExtension() {
        return createExtension("unaccent");
    }

    /** Makes a collation of the operating system's kind. */
    public static PostgresOperation.CreateCollation createCollation(String name, String locale) {
        return createCollation(name, locale, "libc", true);
    }

    /** Makes a collation; {@code icu} ones may be not deterministic, which compares texts without case, for example. */
    public static PostgresOperation.CreateCollation createCollation(
            String name, String locale, String provider, boolean deterministic) {
        return new PostgresOperation.CreateCollation(name, locale, provider, deterministic);
    }

    /** Drops a collation; the rest says how it is made again on the way back. */
    public static PostgresOperation.RemoveCollation removeCollation(String name, String locale) {
        return removeCollation(name, locale, "libc", true);
    }

    /** Drops a collation; the rest says how it is made again on the way back. */
    public static PostgresOperation.RemoveCollation removeCollation(
            String name, String locale, String provider, boolean deterministic) {
        return new PostgresOperation.RemoveCollation(name, locale, provider, deterministic);
    }

    /** Creates an index while others write to the table. The migration must not be atomic. */
    public static PostgresOperation.AddIndexConcurrently addIndexConcurrently(String model, IndexState index) {
        return new PostgresOperation.AddIndexConcurrently(model, index);
    }

    /** Drops an index while others use the table. The migration must not be atomic. */
    public static PostgresOperation.RemoveIndexConcurrently removeIndexConcurrently(String model, String name) {
        return new PostgresOperation.RemoveIndexConcurrently(model, name);
    }

    /** Adds a check that rows which exist need not meet yet: it takes no long lock. Validate it in a later migration. */
    public static PostgresOperation.AddConstraintNotValid addConstraintNotValid(
            String model, ConstraintState.Check constraint) {
        return new PostgresOperation.AddConstraintNotValid(model, constraint);
    }

    /** Looks whether all rows meet a check that was added as not valid. */
    public static PostgresOperation.ValidateConstraint validateConstraint(String model, String name) {
        return new PostgresOperation.ValidateConstraint(model, name);
    }
}
