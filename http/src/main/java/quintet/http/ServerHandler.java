package quintet.http;

import java.io.IOException;

/** What a {@link Server} calls for each request, on a virtual thread of its own, which may block. */
@FunctionalInterface
public interface ServerHandler {

    /**
     * Answers one request by calling {@link ServerExchange#respond}. When it throws before it has answered, the server
     * answers for it: with the status of a {@link RequestRejected}, else with 500, and never with details.
     *
     * @throws IOException when the client has gone or its request can not be read
     */
    void handle(ServerExchange exchange) throws IOException;
}
