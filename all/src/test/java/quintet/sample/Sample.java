package quintet.sample;

import static quintet.http.Routes.path;

import java.util.List;
import quintet.Quintet;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.http.Project;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;

/** A project for tests. */
// region: project
public final class Sample extends Project {
    @Override
    public Settings settings(Env env) {
        return Settings.of(env)
                .debug(env.bool("DEBUG", false))
                .secretKey(env.string("SECRET_KEY", "only-for-tests"))
                .allowedHosts("127.0.0.1")
                .apps(SampleApp.class);
    }

    @Override
    public List<Route> routes() {
        return List.of(path("", Sample::hello));
    }

    static Response hello(Request request) {
        return Response.text("Hello");
    }

    public static void main(String[] args) {
        Quintet.run(new Sample(), args);
    }
}
// endregion
