package quintet.http;

import quintet.core.Signal;

/** What happens to requests. Connect to these in {@link quintet.core.App#ready}. */
public final class HttpSignals {
    /** A request came in; nothing was done with it yet (request_started). */
    public static final Signal<Started> REQUEST_STARTED = new Signal<>("request_started");

    /** A response was sent, or could not be (request_finished). */
    public static final Signal<Finished> REQUEST_FINISHED = new Signal<>("request_finished");

    /** A handler or middleware threw something that became a 500 (got_request_exception). */
    public static final Signal<Failed> REQUEST_EXCEPTION = new Signal<>("got_request_exception");

    private HttpSignals() {}

    /** A request came in. */
    public record Started(Request request) {}

    /** A request was answered with this status. */
    public record Finished(Request request, int status) {}

    /** An exception is being turned into a 500. */
    public record Failed(Request request, Exception exception) {}
}
