package quintet.sessions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.BadSignature;
import quintet.core.Settings;
import quintet.core.Signer;
import quintet.core.TimestampSigner;

/**
 * The text of the {@code messages} cookie: signed JSON, compressed where that helps, equal to what Django's cookie
 * storage writes, so that both can run behind one address.
 */
public final class MessageCookie {
    /** The cookie's name. */
    public static final String NAME = "messages";

    /** The longest text the cookie gets; older messages are left out beyond it. */
    public static final int MAX_SIZE = 2048;

    private static final String SALT = "django.contrib.messages";
    private static final String KEY_PREFIX = "django.http.cookies";
    private static final String MESSAGE = "__json_message";
    private static final String NOT_FINISHED = "__messagesnotfinished__";

    private final TimestampSigner signer;

    private MessageCookie(TimestampSigner signer) {
        this.signer = signer;
    }

    /** With a site's keys. */
    public static MessageCookie of(Settings settings) {
        return of(settings.secretKey(), settings.secretKeyFallbacks(), Clock.systemUTC());
    }

    /** With these keys and this clock. */
    public static MessageCookie of(String secretKey, List<String> fallbacks, Clock clock) {
        Signer signer = Signer.of(KEY_PREFIX + secretKey)
                .fallbackKeys(fallbacks.stream().map(key -> KEY_PREFIX + key).toList())
                .salt(SALT);
        return new MessageCookie(TimestampSigner.of(signer).clock(clock));
    }

    /**
     * What fits into the cookie.
     *
     * @param value the cookie's text; empty when there are no messages
     * @param unstored the messages that did not fit, the oldest ones
     */
    public record Stored(String value, List<Message> unstored) {}

    /** Writes messages; where they do not fit, the newest ones. */
    public Stored store(List<Message> messages) {
        if (messages.isEmpty()) {
            return new Stored("", List.of());
        }
        String all = encode(messages);
        if (all.length() <= MAX_SIZE) {
            return new Stored(all, List.of());
        }
        int first = 0;
        int last = messages.size();
        while (first < last) {
            int middle = (first + last) / 2;
            if (encodeUnfinished(messages.subList(middle, messages.size())).length() > MAX_SIZE) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        String some = encodeUnfinished(messages.subList(first, messages.size()));
        return new Stored(some, List.copyOf(messages.subList(0, first)));
    }

    /** Writes all messages, however long the text gets. */
    public String encode(List<Message> messages) {
        return signer.signObject(parts(messages), true);
    }

    private String encodeUnfinished(List<Message> messages) {
        List<Object> parts = parts(messages);
        parts.add(NOT_FINISHED);
        return signer.signObject(parts, true);
    }

    private static List<Object> parts(List<Message> messages) {
        List<Object> parts = new ArrayList<>(messages.size() + 1);
        for (Message message : messages) {
            List<Object> part = new ArrayList<>(5);
            part.add(MESSAGE);
            part.add(message.safe() ? 1 : 0);
            part.add(message.level());
            part.add(message.text());
            if (message.extraTags() != null) {
                part.add(message.extraTags());
            }
            parts.add(part);
        }
        return parts;
    }

    /** Reads a cookie; empty if it is not one of ours. */
    public Optional<List<Message>> decode(String value) {
        Object parts;
        try {
            parts = signer.unsignObject(value, null);
        } catch (BadSignature | IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!(parts instanceof List<?> list)) {
            return Optional.empty();
        }
        List<Message> messages = new ArrayList<>(list.size());
        for (Object part : list) {
            Message message = message(part);
            if (message != null) {
                messages.add(message);
            }
        }
        return Optional.of(messages);
    }

    private static @Nullable Message message(@Nullable Object part) {
        if (!(part instanceof List<?> list) || list.size() < 4 || !MESSAGE.equals(list.get(0))) {
            return null;
        }
        if (!(list.get(2) instanceof Number level)) {
            return null;
        }
        boolean safe = list.get(1) instanceof Number flag && flag.intValue() != 0;
        String tags = list.size() > 4 && list.get(4) instanceof String text ? text : null;
        return new Message(level.intValue(), String.valueOf(list.get(3)), safe, tags);
    }
}
