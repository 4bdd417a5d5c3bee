package quintet.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.http.HttpSignals;
import quintet.http.Request;
import quintet.http.SiteHandler;
import quintet.test.internal.Renders;

/** What happened on the way of one request: the request itself and an exception that became a 500. */
final class Trace {
    private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();
    private static final String UID = "quintet.test.client";

    private @Nullable Request request;
    private @Nullable Exception failure;

    private Trace() {}

    static ClientResponse record(Client client, TestExchange exchange, SiteHandler handler) {
        listen(client.site());
        Trace trace = new Trace();
        Renders renders = Renders.of(() -> ScopedValue.where(CURRENT, trace).run(() -> {
            try {
                handler.handle(exchange);
            } catch (IOException x) {
                throw new UncheckedIOException(x);
            }
        }));
        Exception failure = trace.failure;
        if (failure != null && !client.answersErrors()) {
            throw failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
        }
        return new ClientResponse(client, exchange, trace.request, failure, renders.all());
    }

    private static void listen(Site site) {
        site.run(() -> {
            HttpSignals.REQUEST_STARTED.connect(
                    event -> {
                        if (CURRENT.isBound()) CURRENT.get().request = event.request();
                    },
                    UID);
            HttpSignals.REQUEST_EXCEPTION.connect(
                    event -> {
                        if (CURRENT.isBound()) CURRENT.get().failure = event.exception();
                    },
                    UID);
        });
    }
}
