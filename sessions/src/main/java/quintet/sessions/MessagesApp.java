package quintet.sessions;

import quintet.core.App;
import quintet.http.HasMiddleware;
import quintet.http.MiddlewareStack;

/** Switches {@link Messages} on: {@code .apps(MessagesApp.class, ...)}. Django's {@code django.contrib.messages}. */
public final class MessagesApp extends App implements HasMiddleware {
    @Override
    public String label() {
        return "messages";
    }

    @Override
    public void middleware(MiddlewareStack stack) {
        stack.add(MessageMiddleware.class, MessageMiddleware::new);
    }
}
