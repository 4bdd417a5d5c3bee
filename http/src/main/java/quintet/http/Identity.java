package quintet.http;

/** Who sends a request, as far as HTTP cares. The accounts module puts its user here; without it everybody is anonymous. */
public interface Identity {
    /** Where requests carry it: {@code request.user} in templates. */
    Key<Identity> KEY = Key.of("user");

    /** Nobody known. */
    Identity ANONYMOUS = new Identity() {
        @Override
        public boolean isAuthenticated() {
            return false;
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

    /** Whether it is somebody who has logged in. */
    boolean isAuthenticated();

    /** Whether they may do this: {@code library.add_book}. */
    boolean hasPermission(String permission);

    /** Who sends this request. */
    static Identity of(Request request) {
        Identity identity = request.get(KEY);
        return identity == null ? ANONYMOUS : identity;
    }
}
