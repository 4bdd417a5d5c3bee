package quintet.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import quintet.core.Json;
import quintet.forms.Form;
import quintet.orm.CaptureQueries;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.Transactions;
import quintet.test.internal.HtmlText;

/**
 * What tests of sites assert, to be imported statically beside JUnit's and AssertJ's: {@code import static
 * quintet.test.QuintetAssertions.*}. Answers to the assertions of Django's {@code TestCase}.
 */
public final class QuintetAssertions {
    private static final int SHOWN = 2_000;

    private QuintetAssertions() {}

    /** Runs code and fails unless it asks the databases this often; the message lists the queries. */
    public static <X extends Throwable> void assertNumQueries(int expected, Transactions.Block<X> code) throws X {
        CaptureQueries queries = CaptureQueries.of(code);
        if (queries.count() != expected) {
            StringBuilder list = new StringBuilder();
            int number = 0;
            for (String sql : queries.sql()) {
                list.append('\n').append(++number).append(". ").append(sql);
            }
            throw new AssertionFailedError(
                    queries.count() + " queries were made, " + expected + " expected." + list,
                    expected,
                    queries.count());
        }
    }

    /** The answer is 200 and its text contains this. */
    public static void assertContains(ClientResponse response, String text) {
        assertContains(response, text, 200);
    }

    /** The answer has this status and its text contains this. */
    public static void assertContains(ClientResponse response, String text, int status) {
        assertStatus(response, status);
        if (!response.text().contains(text)) {
            throw new AssertionFailedError("The answer to " + response.path() + " does not contain '" + text + "':\n"
                    + shown(response.text()));
        }
    }

    /** The answer is 200 and its text contains this so often. */
    public static void assertContainsTimes(ClientResponse response, String text, int times) {
        assertStatus(response, 200);
        int found = response.text().split(java.util.regex.Pattern.quote(text), -1).length - 1;
        if (found != times) {
            throw new AssertionFailedError(
                    "The answer to " + response.path() + " contains '" + text + "' " + found + " times, not " + times
                            + ":\n" + shown(response.text()),
                    times,
                    found);
        }
    }

    /** The answer is 200 and its text does not contain this. */
    public static void assertNotContains(ClientResponse response, String text) {
        assertStatus(response, 200);
        if (response.text().contains(text)) {
            throw new AssertionFailedError(
                    "The answer to " + response.path() + " contains '" + text + "':\n" + shown(response.text()));
        }
    }

    /** The answer has this status. */
    public static void assertStatus(ClientResponse response, int status) {
        if (response.status() != status) {
            throw new AssertionFailedError(
                    "The answer to " + response.path() + " has the status " + response.status() + ", not " + status
                            + (response.isRedirect() ? "; it leads to " + response.location() : "") + ":\n"
                            + shown(response.text()),
                    status,
                    response.status());
        }
    }

    /**
     * The answer sends the browser to this URL, and there is a page there. After {@code follow} the whole way must have ended
     * there.
     */
    public static void assertRedirects(ClientResponse response, String url) {
        String target;
        if (!response.redirects().isEmpty()) {
            target = response.redirects().getLast();
            assertStatus(response, 200);
        } else if (response.isRedirect()) {
            target = response.location();
        } else {
            throw new AssertionFailedError("The answer to " + response.path()
                    + " does not lead elsewhere; its status is " + response.status() + ":\n" + shown(response.text()));
        }
        if (!Paths.resolve(response.path(), target).equals(Paths.resolve(response.path(), url))) {
            throw new AssertionFailedError(
                    "The answer to " + response.path() + " leads to " + target + ", not to " + url, url, target);
        }
    }

    /** A template of this name was rendered for the answer, by itself, as a parent or included. */
    public static void assertTemplateUsed(ClientResponse response, String template) {
        if (!response.templates().contains(template)) {
            throw new AssertionFailedError("The template '" + template + "' was not used for " + response.path()
                    + ". Used were: " + response.templates());
        }
    }

    /** No template of this name was rendered for the answer. */
    public static void assertTemplateNotUsed(ClientResponse response, String template) {
        if (response.templates().contains(template)) {
            throw new AssertionFailedError("The template '" + template + "' was used for " + response.path() + ".");
        }
    }

    /** A form's field has just these errors; null for the errors of the form as a whole. */
    public static void assertFormError(Form<?> form, @Nullable String field, String... errors) {
        List<String> found = FormErrors.of(form, field);
        if (!found.equals(List.of(errors))) {
            throw new AssertionFailedError(
                    (field == null ? "The form as a whole" : "The field '" + field + "'") + " has the errors " + found
                            + ", not " + List.of(errors),
                    List.of(errors),
                    found);
        }
    }

    /** Both show the same in a browser: order of attributes and classes and white space make no difference. */
    public static void assertHtmlEquals(String expected, String actual) {
        String one = HtmlText.normal(expected);
        String other = HtmlText.normal(actual);
        if (!one.equals(other)) {
            throw new AssertionFailedError("The HTML differs.\nExpected:\n" + one + "\nFound:\n" + other, one, other);
        }
    }

    /** The page has these elements, next to each other, somewhere. */
    public static void assertInHtml(String needle, String html) {
        if (HtmlText.count(needle, html) == 0) {
            throw new AssertionFailedError(
                    "Not found:\n" + HtmlText.normal(needle) + "\nin:\n" + shown(HtmlText.normal(html)));
        }
    }

    /** The page has these elements so often. */
    public static void assertInHtml(String needle, String html, int times) {
        int found = HtmlText.count(needle, html);
        if (found != times) {
            throw new AssertionFailedError(
                    "Found " + found + " times, not " + times + ":\n" + HtmlText.normal(needle) + "\nin:\n"
                            + shown(HtmlText.normal(html)),
                    times,
                    found);
        }
    }

    /** Both are the same JSON; the order of keys and white space make no difference. */
    public static void assertJsonEquals(String expected, String actual) {
        Object one = Json.read(expected);
        Object other = Json.read(actual);
        if (!Objects.equals(one, other)) {
            throw new AssertionFailedError(
                    "The JSON differs: expected " + expected + " but found " + actual, one, other);
        }
    }

    /** Both lead to the same place; the order of different parameters of the query makes no difference. */
    public static void assertUrlEquals(String expected, String actual) {
        if (!sorted(expected).equals(sorted(actual))) {
            throw new AssertionFailedError("Expected the URL " + expected + " but found " + actual, expected, actual);
        }
    }

    private static String sorted(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        int end = url.indexOf('#', query) < 0 ? url.length() : url.indexOf('#', query);
        List<String> pairs =
                new ArrayList<>(List.of(url.substring(query + 1, end).split("&")));
        // Only different names change places: several values of one name keep their order.
        pairs.sort(java.util.Comparator.comparing(pair -> pair.split("=", 2)[0]));
        return url.substring(0, query + 1) + String.join("&", pairs) + url.substring(end);
    }

    /** The query finds just these objects, in this order. */
    public static <M extends KeyedModel<?>> void assertQuerySetEquals(Queries<M> query, List<? extends M> expected) {
        List<M> found = query.list();
        if (!found.equals(expected)) {
            throw new AssertionFailedError("The query finds " + found + ", not " + expected, expected, found);
        }
    }

    /** The answer's JSON equals this value made of maps, lists and plain values. */
    public static void assertJson(ClientResponse response, @Nullable Object expected) {
        Object found = response.json();
        Object wanted = Json.read(Json.write(expected, Json.Style.COMPACT));
        if (!Objects.equals(wanted, found)) {
            throw new AssertionFailedError(
                    "The answer to " + response.path() + " is " + found + ", not " + wanted, wanted, found);
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ... (" + text.length() + " characters)";
    }
}
