package quintet.http;

import java.time.Duration;
import quintet.core.Deadline;

/**
 * Gives each request a time by which its work must be done: database statements that would run on after it are stopped, and the request
 * fails instead of holding a connection. Add it with {@code stack.add(DeadlineMiddleware.class, site -> new
 * DeadlineMiddleware(Duration.ofSeconds(10)))}. Streams that are written after the handler returned are not limited.
 */
public final class DeadlineMiddleware implements Middleware {
    private final Duration time;

    /** With this long for each request. */
    public DeadlineMiddleware(Duration time) {
        this.time = time;
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        return Deadline.within(time, () -> next.handle(request));
    }
}
