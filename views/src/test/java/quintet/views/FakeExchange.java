package quintet.views;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** A request as if a server had received it. */
public record FakeExchange(String method, String rawTarget, Headers headers, byte[] content) implements ServerExchange {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);

    @Override
    public String protocol() {
        return "HTTP/1.1";
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public InetSocketAddress remote() {
        return HERE;
    }

    @Override
    public InetSocketAddress local() {
        return HERE;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public long contentLength() {
        return content.length;
    }

    @Override
    public void respond(int status, Headers responseHeaders, ResponseBody body) {
        throw new IllegalStateException("Tests take the response from SiteHandler.respond.");
    }
}
