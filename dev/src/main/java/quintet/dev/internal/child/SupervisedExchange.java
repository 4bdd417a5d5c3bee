package quintet.dev.internal.child;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import quintet.core.Crypto;
import quintet.http.Headers;
import quintet.http.ServerExchange;

/** A request as the browser sent it to the supervisor: its address and headers, without those of the way between. */
final class SupervisedExchange extends ForwardingExchange {
    private final Headers headers;
    private final InetSocketAddress remote;

    SupervisedExchange(ServerExchange exchange, String token) throws IOException {
        super(exchange);
        String given = exchange.headers().get(ChildMain.TOKEN_HEADER);
        if (given == null || !Crypto.constantTimeEquals(given, token)) {
            throw new IOException("A request came past the supervisor.");
        }
        this.remote = address(exchange.headers().get(ChildMain.REMOTE_HEADER), exchange.remote());
        Headers.Builder builder = exchange.headers().toBuilder();
        String host = exchange.headers().get(ChildMain.HOST_HEADER, "");
        if (host.isEmpty()) {
            builder.remove("Host");
        } else {
            builder.set("Host", host);
        }
        this.headers = builder.remove(ChildMain.TOKEN_HEADER)
                .remove(ChildMain.REMOTE_HEADER)
                .remove(ChildMain.HOST_HEADER)
                .build();
    }

    private static InetSocketAddress address(@Nullable String text, InetSocketAddress other) {
        if (text == null) {
            return other;
        }
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public Headers headers() {
        return headers;
    }
}
