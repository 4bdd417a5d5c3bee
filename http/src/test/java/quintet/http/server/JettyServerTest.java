package quintet.http.server;

import quintet.http.Server;
import quintet.http.ServerHandler;
import quintet.http.ServerSettings;

class JettyServerTest extends ServerContract {
    @Override
    Server create(ServerSettings settings, ServerHandler handler) {
        return Server.of(settings, handler);
    }
}
