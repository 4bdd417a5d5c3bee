package quintet.dev.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** An exchange that passes everything on to another. */
abstract class ForwardingExchange implements ServerExchange {
    private final ServerExchange exchange;

    ForwardingExchange(ServerExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public String method() {
        return exchange.method();
    }

    @Override
    public String rawTarget() {
        return exchange.rawTarget();
    }

    @Override
    public String protocol() {
        return exchange.protocol();
    }

    @Override
    public boolean secure() {
        return exchange.secure();
    }

    @Override
    public String scheme() {
        return exchange.scheme();
    }

    @Override
    public InetSocketAddress remote() {
        return exchange.remote();
    }

    @Override
    public InetSocketAddress local() {
        return exchange.local();
    }

    @Override
    public Headers headers() {
        return exchange.headers();
    }

    @Override
    public InputStream body() {
        return exchange.body();
    }

    @Override
    public long contentLength() {
        return exchange.contentLength();
    }

    @Override
    public void respond(int status, Headers answer, ResponseBody body) throws IOException {
        exchange.respond(status, answer, body);
    }
}
