package quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.Converter.INT;
import static quintet.http.Routes.path;
import static quintet.views.Access.loginRequired;
import static quintet.views.Access.permissionRequired;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.http.Request;
import quintet.http.Response;

class AccessTest {
    static Response list(Request request) {
        return Response.text("list");
    }

    static Response detail(Request request, long id) {
        return Response.text("detail " + id);
    }

    @Test
    void loginUrlsAreThoseOfDjango() {
        for (Map<String, Object> given : Vectors.cases("http.jsonl", "redirect_to_login")) {
            assertThat(Access.loginUrl((String) given.get("next"), (String) given.get("login_url"), (String)
                            given.get("redirect_field_name")))
                    .as((String) given.get("id"))
                    .isEqualTo(given.get("result"));
        }
    }

    @Test
    void wrappersKeepTheKindOfHandler() {
        try (TestSite site = TestSite.of(
                path("books/", loginRequired(AccessTest::list)),
                path("books/<id>/", INT, loginRequired(AccessTest::detail)),
                path("view/<id>/", INT, loginRequired(new ViewTest.Greeting())),
                path("may/<id>/", INT, permissionRequired("library.see", AccessTest::detail)))) {
            assertThat(site.get("/books/").header("Location")).isEqualTo("/accounts/login/?next=/books/");
            assertThat(site.get("/view/1/").status()).isEqualTo(302);
            site.before(request -> request.set(Identity.KEY, MixinTest.user("ada")));
            assertThat(site.get("/books/").text()).isEqualTo("list");
            assertThat(site.get("/books/3/").text()).isEqualTo("detail 3");
            assertThat(site.get("/view/1/").status()).isEqualTo(200);
            assertThat(site.get("/may/3/").status()).isEqualTo(403);
        }
    }
}
