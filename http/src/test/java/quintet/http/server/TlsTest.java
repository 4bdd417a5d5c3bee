package quintet.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.Server;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;
import quintet.http.ServerStartException;

@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final ServerHandler ECHO = x -> x.respond(
            200,
            Headers.empty(),
            ResponseBody.of((x.protocol() + " " + x.scheme() + " " + x.secure()).getBytes(StandardCharsets.UTF_8)));

    @TempDir
    static Path dir;

    static Path keyStore;
    static SSLContext trusting;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keyStore = dir.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
    }

    private static ServerSettings settings() {
        return ServerSettings.defaults().port(0).keyStore(keyStore, PASSWORD);
    }

    @Test
    void choosesTheProtocolByAlpn() throws Exception {
        try (Server server = Server.of(settings(), ECHO)) {
            server.start();
            for (HttpClient.Version version : HttpClient.Version.values()) {
                try (HttpClient client = HttpClient.newBuilder()
                        .sslContext(trusting)
                        .version(version)
                        .build()) {
                    HttpResponse<String> response =
                            client.send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofString());
                    assertThat(response.version()).isEqualTo(version);
                    assertThat(response.body()).endsWith("https true");
                }
            }
        }
    }

    @Test
    void withoutHttp2ItSpeaksHttp11() throws Exception {
        try (Server server = Server.of(settings().http2(false), ECHO);
                HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            server.start();
            assertThat(client.send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("HTTP/1.1 https true");
        }
    }

    @Test
    void cutsAHandshakeThatDoesNotMoveOn() throws Exception {
        try (Server server = Server.of(settings().headerTimeout(Duration.ofMillis(200)), ECHO)) {
            server.start();
            try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(new byte[] {22, 3, 1}); // the beginning of a ClientHello
                byte[] last = socket.getInputStream().readAllBytes();
                assertThat(last.length).as("an alert at most").isLessThan(50);
            }
        }
    }

    @Test
    void aWrongPasswordOrPathIsSaidInOneSentence() {
        assertThatThrownBy(() ->
                        Server.of(settings().keyStore(keyStore, "wrong"), ECHO).start())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("can not be opened")
                .hasMessageContaining("the password is right");
        assertThatThrownBy(() -> Server.of(settings().keyStore(dir.resolve("missing"), PASSWORD), ECHO)
                        .start())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("can not be read");
        assertThat(settings().keyStore().toString()).doesNotContain(PASSWORD);
    }
}
