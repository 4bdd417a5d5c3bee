package quintet.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/** Asks the development server as a browser does. */
final class Browser {
    private static final long LIMIT_SECONDS = 120;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Browser(URI address) {
        this.address = address;
    }

    /** A page. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/" + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a body and gives the answer. */
    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/" + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asks until an edit shows; nanoseconds from the call to the answer that showed it. */
    long await(Edits.Edit edit) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String last = "";
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
            HttpResponse<String> response = get(edit.path());
            last = response.body();
            if (response.statusCode() == 200 && last.contains(edit.expected())) {
                return System.nanoTime() - begin;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        throw new AssertionError(
                "After " + edit.name() + ", " + edit.path() + " should be \"" + edit.expected() + "\" but is: " + last);
    }
}
