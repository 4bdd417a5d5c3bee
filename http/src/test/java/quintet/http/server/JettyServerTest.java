package quintet.http.server;

import org.junit.jupiter.api.Nested;
import quintet.http.Server;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;

/** The Jetty adapter keeps the contract. */
class JettyServerTest {
    @Nested
    class Request extends RequestContract {
        @Override
        Server create(ServerSettings settings, ServerHandler handler) {
            return Server.of(settings, handler);
        }
    }

    @Nested
    class Answer extends AnswerContract {
        @Override
        Server create(ServerSettings settings, ServerHandler handler) {
            return Server.of(settings, handler);
        }
    }

    @Nested
    class Malformed extends MalformedContract {
        @Override
        Server create(ServerSettings settings, ServerHandler handler) {
            return Server.of(settings, handler);
        }
    }

    @Nested
    class SlowClient extends SlowClientContract {
        @Override
        Server create(ServerSettings settings, ServerHandler handler) {
            return Server.of(settings, handler);
        }
    }

    @Nested
    class Admission extends AdmissionContract {
        @Override
        Server create(ServerSettings settings, ServerHandler handler) {
            return Server.of(settings, handler);
        }
    }
}
