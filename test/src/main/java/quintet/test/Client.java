package quintet.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.http.CsrfSettings;
import quintet.http.Headers;

/**
 * A browser for tests, without a socket: its requests go through all of the site's middleware and routes and come back as
 * {@link ClientResponse}. Cookies are kept. Django's {@code django.test.Client}.
 *
 * <pre>{@code
 * Client client = Client.of(site);
 * ClientResponse page = client.get("/books/?page=2");
 * ClientResponse done = client.post("/books/add/", Map.of("title", "Emma"));
 * client.request("PUT", "/api/books/1/").json(Map.of("title", "Persuasion")).send();
 * }</pre>
 *
 * <p>POST and the like carry a valid CSRF token unless {@link #enforceCsrf} is asked for. An exception of a handler is thrown
 * out of the call, so that a test shows it; {@link #answerErrors} gives the error page instead.
 */
public final class Client {
    private final Site site;
    private final Cookies cookies;
    private final boolean enforceCsrf;
    private final boolean answerErrors;
    private final boolean secure;
    private final Headers headers;

    private Client(
            Site site, Cookies cookies, boolean enforceCsrf, boolean answerErrors, boolean secure, Headers headers) {
        this.site = site;
        this.cookies = cookies;
        this.enforceCsrf = enforceCsrf;
        this.answerErrors = answerErrors;
        this.secure = secure;
        this.headers = headers;
    }

    /** A client without cookies. */
    public static Client of(Site site) {
        return new Client(site, new Cookies(), false, false, false, Headers.empty());
    }

    /** The same client, with the same cookies, that sends no CSRF token by itself. */
    public Client enforceCsrf() {
        return new Client(site, cookies, true, answerErrors, secure, headers);
    }

    /** The same client that gets the error page of a failing handler (raise_request_exception=False). */
    public Client answerErrors() {
        return new Client(site, cookies, enforceCsrf, true, secure, headers);
    }

    /** The same client on HTTPS. */
    public Client secure() {
        return new Client(site, cookies, enforceCsrf, answerErrors, true, headers);
    }

    /** The same client with one more header on each request. */
    public Client header(String name, String value) {
        return new Client(site, cookies, enforceCsrf, answerErrors, secure, headers.set(name, value));
    }

    /** A request to be filled and sent; the path may carry a query. */
    public ClientRequest request(String method, String path) {
        return new ClientRequest(this, method, path, secure, headers);
    }

    /** GET. */
    public ClientResponse get(String path) {
        return request("GET", path).send();
    }

    /** GET with this query. */
    public ClientResponse get(String path, Map<String, ?> query) {
        return request("GET", path).query(query).send();
    }

    /** HEAD. */
    public ClientResponse head(String path) {
        return request("HEAD", path).send();
    }

    /** POST without a body. */
    public ClientResponse post(String path) {
        return request("POST", path).send();
    }

    /** POST of a form: values are texts, numbers, lists of them, or {@link Upload}s. */
    public ClientResponse post(String path, Map<String, ?> form) {
        return request("POST", path).form(form).send();
    }

    /** DELETE. */
    public ClientResponse delete(String path) {
        return request("DELETE", path).send();
    }

    /** GET, and on to where redirects lead; {@link ClientResponse#redirects()} has the way. */
    public ClientResponse follow(String path) {
        return request("GET", path).follow().send();
    }

    /** The cookies; changes count for the next request. */
    public Cookies cookies() {
        return cookies;
    }

    /** The site asked. */
    public Site site() {
        return site;
    }

    boolean answersErrors() {
        return answerErrors;
    }

    /** Name of the CSRF cookie, or null when the client is to send no token by itself. */
    @Nullable
    CsrfSettings csrf() {
        return enforceCsrf ? null : site.settings().part(CsrfSettings.class).orElse(CsrfSettings.defaults());
    }
}
