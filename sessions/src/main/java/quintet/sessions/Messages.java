package quintet.sessions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.http.Key;
import quintet.http.Request;

/**
 * The visitor's messages: added by one request, shown by the next page that loops over them, and then gone. Answers to
 * {@code django.contrib.messages}.
 *
 * <pre>{@code
 * Messages.success(request, "The book was saved.");
 *
 * {% for message in messages %}<li class="{{ message.tags }}">{{ message }}</li>{% endfor %}
 * }</pre>
 */
public final class Messages implements Iterable<Message> {
    /** For developers; dropped by default. */
    public static final int DEBUG = 10;

    /** Worth knowing. */
    public static final int INFO = 20;

    /** It worked. */
    public static final int SUCCESS = 25;

    /** It worked, but look out. */
    public static final int WARNING = 30;

    /** It did not work. */
    public static final int ERROR = 40;

    static final Key<Messages> KEY = Key.of("_messages");

    private final MessageSettings settings;
    private final MessageCookie cookie;
    private final @Nullable String cookieValue;
    private final List<Message> added = new ArrayList<>();
    private @Nullable List<Message> loaded;
    private boolean read;
    private boolean unreadable;
    private int level;

    Messages(MessageSettings settings, MessageCookie cookie, @Nullable String cookieValue) {
        this.settings = settings;
        this.cookie = cookie;
        this.cookieValue = cookieValue;
        this.level = settings.level();
    }

    /**
     * The messages of the request's visitor.
     *
     * @throws IllegalStateException if the site has no messages; the error says how to switch them on
     */
    public static Messages of(Request request) {
        Messages messages = find(request);
        if (messages == null) {
            throw new IllegalStateException(
                    "Messages are not switched on. Add MessagesApp.class to .apps(...) in the project's settings.");
        }
        return messages;
    }

    /** The messages of the request's visitor, or null if the site has no messages. */
    public static @Nullable Messages find(Request request) {
        return request.get(KEY);
    }

    /** Tells developers something. */
    public static void debug(Request request, String text) {
        of(request).add(Message.of(DEBUG, text));
    }

    /** Tells the visitor something. */
    public static void info(Request request, String text) {
        of(request).add(Message.of(INFO, text));
    }

    /** Tells the visitor that it worked. */
    public static void success(Request request, String text) {
        of(request).add(Message.of(SUCCESS, text));
    }

    /** Warns the visitor. */
    public static void warning(Request request, String text) {
        of(request).add(Message.of(WARNING, text));
    }

    /** Tells the visitor that it did not work. */
    public static void error(Request request, String text) {
        of(request).add(Message.of(ERROR, text));
    }

    /** Adds a message, unless its text is empty or its level below {@link #level()}. */
    public static void add(Request request, Message message) {
        of(request).add(message);
    }

    /** Adds a message, unless its text is empty or its level below {@link #level()}. */
    public void add(Message message) {
        if (!message.text().isEmpty() && message.level() >= level) {
            added.add(message);
        }
    }

    /** Messages below this level are dropped. Django's {@code get_level}. */
    public int level() {
        return level;
    }

    /** Drops messages of this request below another level than the site's. Django's {@code set_level}. */
    public void level(int lowest) {
        level = lowest;
    }

    /** How many there are; counting does not use them up. */
    public int size() {
        return loaded().size() + added.size();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** All messages without using them up, for tests and logs. */
    public List<Message> peek() {
        List<Message> all = new ArrayList<>(loaded());
        all.addAll(added);
        return all;
    }

    /** All messages, oldest first; they are used up by it. */
    @Override
    public Iterator<Message> iterator() {
        read = true;
        List<Message> all = peek();
        loaded = all;
        added.clear();
        return List.copyOf(all).iterator();
    }

    /** The settings these messages follow. */
    public MessageSettings settings() {
        return settings;
    }

    /** What the cookie must become; null to leave it alone. */
    MessageCookie.@Nullable Stored update() {
        if (read || unreadable) {
            return cookie.store(added);
        }
        return added.isEmpty() ? null : cookie.store(peek());
    }

    private List<Message> loaded() {
        List<Message> known = loaded;
        if (known == null) {
            known = load();
            loaded = known;
        }
        return known;
    }

    private List<Message> load() {
        if (cookieValue == null) {
            return List.of();
        }
        return cookie.decode(cookieValue).orElseGet(() -> {
            unreadable = true;
            return List.of();
        });
    }
}
