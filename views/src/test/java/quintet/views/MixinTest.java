package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.http.Routes.path;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.core.ImproperlyConfigured;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

class MixinTest {
    @Mixin(Loud.Behavior.class)
    interface Loud {
        default String loudMark() {
            return "loud";
        }

        final class Behavior implements MixinBehavior<Loud> {
            @Override
            public Response dispatch(Loud view, Request request, Next next) throws Exception {
                Response response = next.handle(request);
                return response.body(response.text() + " " + view.loudMark());
            }

            @Override
            public void context(Loud view, Request request, Map<String, @Nullable Object> context) {
                context.put("mark", view.loudMark());
            }
        }
    }

    @Mixin(Polite.Behavior.class)
    interface Polite {
        final class Behavior implements MixinBehavior<Polite> {
            @Override
            public Response dispatch(Polite view, Request request, Next next) throws Exception {
                Response response = next.handle(request);
                return response.body(response.text() + " please");
            }
        }
    }

    @Mixin(LoudAndMore.Behavior.class)
    interface LoudAndMore extends Loud {
        final class Behavior implements MixinBehavior<LoudAndMore> {
            @Override
            public Response dispatch(LoudAndMore view, Request request, Next next) throws Exception {
                Response response = next.handle(request);
                return response.body(response.text() + " more");
            }
        }
    }

    static class Base extends View {
        @Override
        protected Response get(Request request) {
            return Response.text("page");
        }
    }

    static class LoudPolite extends Base implements Loud, Polite {}

    static class PoliteLoud extends Base implements Polite, Loud {
        @Override
        public String loudMark() {
            return "LOUD";
        }
    }

    static class Deeper extends LoudPolite implements Polite {}

    static class More extends Base implements LoudAndMore {}

    static class Members extends Base implements LoginRequired, PermissionRequired, Loud {
        @Override
        public Collection<String> permissionsRequired() {
            return List.of("library.see_members");
        }
    }

    static class Elsewhere extends Base implements LoginRequired {
        @Override
        public String loginUrl() {
            return "https://accounts.example/in/?a=1#top";
        }

        @Override
        public String redirectField() {
            return "to";
        }
    }

    static class Strict extends Base implements LoginRequired {
        @Override
        public boolean raiseException() {
            return true;
        }
    }

    static class Adults extends Base implements UserPassesTest {
        @Override
        public boolean testUser(Request request, Identity user) {
            return user.username().equals("ada");
        }
    }

    @Test
    void mixinsStandInTheOrderTheyAreDeclared() {
        try (TestSite site = TestSite.of(
                path("lp/", new LoudPolite()),
                path("pl/", new PoliteLoud()),
                path("d/", new Deeper()),
                path("m/", new More()))) {
            assertThat(site.get("/lp/").text()).isEqualTo("page please loud");
            assertThat(site.get("/pl/").text()).isEqualTo("page LOUD please");
            assertThat(site.get("/d/").text()).isEqualTo("page loud please");
            assertThat(site.get("/m/").text()).isEqualTo("page loud more");
        }
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLoginPage() {
        try (TestSite site = TestSite.of(
                path("members/", new Members()), path("else/", new Elsewhere()), path("strict/", new Strict()))) {
            Response response = site.get("/members/?page=2&q=%C3%A9");
            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location"))
                    .isEqualTo("/accounts/login/?next=/members/%3Fpage%3D2%26q%3D%25C3%25A9");
            assertThat(site.get("/else/").header("Location"))
                    .isEqualTo("https://accounts.example/in/?a=1&to=http%3A//testserver/else/#top");
            assertThat(site.get("/strict/").status()).isEqualTo(403);
        }
    }

    @Test
    void whoIsLoggedInButMayNotGets403() {
        try (TestSite site = TestSite.of(path("members/", new Members()), path("adults/", new Adults()))) {
            site.before(request -> request.set(Identity.KEY, user("bob", "library.see_books")));
            assertThat(site.get("/members/").status()).isEqualTo(403);
            assertThat(site.get("/adults/").status()).isEqualTo(403);
            site.before(request -> request.set(Identity.KEY, user("ada", "library.see_members")));
            assertThat(site.get("/members/").text()).isEqualTo("page loud");
            assertThat(site.get("/adults/").text()).isEqualTo("page");
        }
    }

    @Mixin(Broken.Behavior.class)
    interface Broken {
        final class Behavior implements MixinBehavior<Broken> {
            Behavior(String needed) {
                assertThat(needed).isNotNull();
            }
        }
    }

    static class BrokenView extends Base implements Broken {}

    @Test
    void aBehaviourWithoutAPlainConstructorIsNamed() {
        assertThatThrownBy(() -> path("x/", new BrokenView()))
                .isInstanceOf(ImproperlyConfigured.class)
                .hasMessageContaining("Broken")
                .hasMessageContaining("constructor without arguments");
    }

    static Identity user(String name, String... permissions) {
        return new Identity() {
            @Override
            public boolean isAuthenticated() {
                return true;
            }

            @Override
            public String username() {
                return name;
            }

            @Override
            public boolean hasPermission(String permission) {
                return List.of(permissions).contains(permission);
            }
        };
    }
}
