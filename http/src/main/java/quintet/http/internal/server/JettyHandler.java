package quintet.http.internal.server;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.http.ClientDisconnected;
import quintet.http.Headers;
import quintet.http.RequestRejected;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;

/** Lets a request in or refuses it, calls the site's handler, and answers for it when it fails. */
final class JettyHandler extends Handler.Abstract implements JettyExchange.Finish {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.server");

    private final ServerSettings settings;
    private final ServerHandler handler;
    private final Admission admission;
    private final RequestLog requestLog;

    JettyHandler(ServerSettings settings, ServerHandler handler, Admission admission) {
        this.settings = settings;
        this.handler = handler;
        this.admission = admission;
        this.requestLog = new RequestLog(settings.requestLog());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        JettyExchange exchange = new JettyExchange(request, response, callback, settings, this);
        // A long computation is no idle connection: only waiting for the client is limited.
        request.addIdleTimeoutListener(_ -> false);
        if (!admission.enter()) {
            refuse(exchange);
            return true;
        }
        admission.begin();
        try {
            check(exchange);
            handler.handle(exchange);
            if (exchange.status() == 0) throw new IllegalStateException("The handler returned without an answer");
        } catch (RequestRejected rejection) {
            reject(exchange, rejection);
        } catch (ClientDisconnected gone) {
            LOG.debug("Client has gone", gone);
            exchange.cut(gone);
        } catch (Throwable x) {
            failed(exchange, x);
        } finally {
            admission.end();
        }
        return true;
    }

    private void check(JettyExchange exchange) throws RequestRejected {
        String target = exchange.rawTarget();
        if (target.length() > settings.maxTargetLength()) {
            throw new RequestRejected(
                    414, "the request target is longer than " + settings.maxTargetLength() + " bytes");
        }
        String problem = TargetCheck.problem(target);
        if (problem != null) throw new RequestRejected(400, problem);
        if (exchange.contentLength() > settings.maxBodySize()) {
            throw new RequestRejected(413, "a body of " + exchange.contentLength() + " bytes is announced");
        }
    }

    private void refuse(JettyExchange exchange) {
        boolean stopping = admission.closed();
        Headers headers = Texts.headers(stopping).add("Retry-After", "1");
        answer(exchange, 503, headers);
    }

    private void reject(JettyExchange exchange, RequestRejected rejection) {
        requestLog.rejected(exchange, rejection);
        if (exchange.status() == 0) {
            admission.rejected();
            answer(exchange, rejection.status(), Texts.headers(true));
        } else {
            exchange.cut(rejection);
        }
    }

    private void failed(JettyExchange exchange, Throwable x) {
        LOG.error("The handler of {} {} failed", exchange.method(), exchange.rawTarget(), x);
        if (exchange.status() == 0) {
            answer(exchange, 500, Texts.headers(false));
        } else {
            exchange.cut(x);
        }
    }

    private static void answer(JettyExchange exchange, int status, Headers headers) {
        try {
            exchange.respond(status, headers, Texts.body(status));
        } catch (IOException gone) {
            LOG.debug("Client has gone", gone);
        }
    }

    @Override
    public void finished(JettyExchange exchange, @Nullable Throwable failure) {
        try {
            requestLog.finished(exchange, failure);
        } finally {
            admission.leave();
        }
    }
}
