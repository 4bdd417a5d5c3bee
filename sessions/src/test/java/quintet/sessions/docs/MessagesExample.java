package quintet.sessions.docs;

import quintet.core.Settings;
import quintet.http.Request;
import quintet.sessions.Message;
import quintet.sessions.MessageSettings;
import quintet.sessions.Messages;

/** The examples of docs/messages.md. */
final class MessagesExample {
    private MessagesExample() {}

    // region: add
    static void saved(Request request, String title) {
        Messages.success(request, title + " was saved.");
        Messages.add(
                request, Message.of(Messages.WARNING, "It has no cover yet.").tags("cover"));
        Messages.add(request, Message.html(Messages.INFO, "<a href=\"/books/\">All books</a>"));
    }
    // endregion

    // region: settings
    static final int SHELF = 26;

    static Settings messages(Settings settings) {
        return settings.with(MessageSettings.defaults()
                .level(Messages.DEBUG)
                .tag(SHELF, "shelf")
                .tag(Messages.ERROR, "danger")
                .cookieSecure(!settings.debug()));
    }
    // endregion
}
