package quintet.http;

import java.util.List;
import quintet.core.App;
import quintet.core.Command;
import quintet.core.HasCommands;
import quintet.http.internal.statics.CollectStatic;
import quintet.http.internal.statics.FindStatic;

/**
 * Serves the static files of the project and its apps, and brings the commands {@code collectstatic} and {@code findstatic}:
 * {@code django.contrib.staticfiles}. Configured by {@link StaticFiles}.
 */
public final class StaticFilesApp extends App implements HasMiddleware, HasCommands {
    @Override
    public String label() {
        return "staticfiles";
    }

    @Override
    public String verboseName() {
        return "Static Files";
    }

    /** Just inside {@link SecurityMiddleware}, so that the rest of the middleware does not cost static files anything. */
    @Override
    public void middleware(MiddlewareStack stack) {
        if (stack.contains(StaticFilesMiddleware.class)) return;
        if (stack.contains(SecurityMiddleware.class)) {
            stack.addAfter(SecurityMiddleware.class, StaticFilesMiddleware.class, StaticFilesMiddleware::new);
        } else {
            stack.addFirst(StaticFilesMiddleware.class, StaticFilesMiddleware::new);
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(new CollectStatic(), new FindStatic());
    }
}
