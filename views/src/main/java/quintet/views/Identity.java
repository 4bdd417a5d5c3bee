package quintet.views;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import quintet.http.Key;
import quintet.http.Request;

/**
 * Who sends a request, as far as views ask. Accounts put the logged-in user under {@link #KEY}; without accounts everyone
 * is {@link #ANONYMOUS}. Templates read it as {@code request.user} and {@code user}.
 */
public interface Identity {
    /** Where a request holds it. */
    Key<Identity> KEY = Key.of("user");

    /** Nobody in particular. Django's {@code AnonymousUser}. */
    Identity ANONYMOUS = new Identity() {
        @Override
        public boolean isAuthenticated() {
            return false;
        }

        @Override
        public String username() {
            return "";
        }

        @Override
        public boolean hasPermission(String permission) {
            return false;
        }

        @Override
        public String toString() {
            return "AnonymousUser";
        }
    };

    /** The request's sender. */
    static Identity of(Request request) {
        @Nullable Identity known = request.get(KEY);
        return known == null ? ANONYMOUS : known;
    }

    /** Whether it is a known user. */
    boolean isAuthenticated();

    /** The name to log in with; empty for {@link #ANONYMOUS}. */
    String username();

    /** Whether this user may do something, such as {@code library.change_book}. Django's {@code has_perm}. */
    boolean hasPermission(String permission);

    /** Whether this user may do all of these. */
    default boolean hasPermissions(Collection<String> permissions) {
        return permissions.stream().allMatch(this::hasPermission);
    }

    /** Whether the account is in use. */
    default boolean isActive() {
        return isAuthenticated();
    }

    /** Whether this user may enter the admin. */
    default boolean isStaff() {
        return false;
    }

    /** Whether this user may do everything. */
    default boolean isSuperuser() {
        return false;
    }
}
