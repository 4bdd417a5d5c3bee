package quintet.http.internal.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses itself (malformed request lines and headers, too large heads) with a short text and one log line. */
final class RejectionHandler implements Request.Handler {
    private final RequestLog requestLog;
    private final Admission admission;

    RejectionHandler(RequestLog requestLog, Admission admission) {
        this.requestLog = requestLog;
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = response.getStatus() >= 400 ? response.getStatus() : 500;
        String reason = cause instanceof HttpException http ? http.getReason() : String.valueOf(cause);
        if (!(cause instanceof JettyExchange.Cut)) {
            admission.rejected();
            requestLog.rejected(request.getConnectionMetaData().getRemoteSocketAddress(), status, reason);
        }
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        byte[] page = Texts.page(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.length);
        if (request.getConnectionMetaData().getHttpVersion().getVersion() < HttpVersion.HTTP_2.getVersion()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(page), callback);
        return true;
    }
}
