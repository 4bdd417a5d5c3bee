package quintet.http.internal.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import quintet.http.ServerSettings;
import quintet.http.ServerSettings.KeyStoreFile;

/** Builds the connector: protocols, strictness and sizes. */
final class Connectors {
    private static final int LARGEST_RESPONSE_HEAD = 64 * 1024;

    /** What is legal in a URI but can be read in two ways is the routes' business: they match decoded paths as Django does. */
    private static final UriCompliance URIS = new UriCompliance(
            "QUINTET",
            EnumSet.of(
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
                    UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                    UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                    UriCompliance.Violation.BAD_UTF8_ENCODING,
                    UriCompliance.Violation.TRUNCATED_UTF8_ENCODING,
                    UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS,
                    UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS));

    private Connectors() {}

    static ServerConnector create(Server server, ServerSettings settings) {
        List<ConnectionFactory> protocols = protocols(settings);
        ServerConnector connector = new ServerConnector(server, protocols.toArray(ConnectionFactory[]::new));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.setReuseAddress(true);
        return connector;
    }

    private static List<ConnectionFactory> protocols(ServerSettings settings) {
        HttpConfiguration http = configuration(settings);
        List<ConnectionFactory> protocols = new ArrayList<>();
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        if (settings.keyStore().isEmpty()) {
            protocols.add(http1);
            if (settings.http2()) protocols.add(limited(new HTTP2CServerConnectionFactory(http), settings));
            return protocols;
        }
        String next = http1.getProtocol();
        if (settings.http2()) {
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
            alpn.setDefaultProtocol(next);
            next = alpn.getProtocol();
            protocols.add(alpn);
            protocols.add(limited(new HTTP2ServerConnectionFactory(http), settings));
        }
        protocols.add(http1);
        protocols.addFirst(new SslConnectionFactory(tls(settings.keyStore().get()), next));
        return protocols;
    }

    private static ConnectionFactory limited(AbstractHTTP2ServerConnectionFactory http2, ServerSettings settings) {
        // Streams beyond what may run at a time would only be refused.
        http2.setMaxConcurrentStreams(Math.min(128, settings.maxConcurrentRequests()));
        http2.setStreamIdleTimeout(settings.idleTimeout().toMillis());
        return http2;
    }

    private static SslContextFactory.Server tls(KeyStoreFile file) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(file.path().toUri().toString());
        tls.setKeyStorePassword(file.password());
        tls.setSniRequired(false);
        tls.setRenegotiationAllowed(false);
        return tls;
    }

    private static HttpConfiguration configuration(ServerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(true);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(URIS);
        http.setRequestHeaderSize(settings.maxHeaderSize());
        http.setResponseHeaderSize(LARGEST_RESPONSE_HEAD);
        http.setSecureScheme("https");
        return http;
    }
}
