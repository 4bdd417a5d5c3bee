package quintet.views.internal.adapt;

import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.sessions.Message;
import quintet.sessions.MessageSettings;
import quintet.templates.SafeString;
import quintet.templates.ValueAdapter;

/** {@code message.tags}, and the message itself as its text. */
final class MessageAdapter implements ValueAdapter<Message> {
    @Override
    public @Nullable Object attribute(Message message, String name) {
        return switch (name) {
            case "tags" -> settings().tags(message);
            case "level_tag" -> settings().levelTag(message.level());
            case "level" -> message.level();
            case "extra_tags" -> message.extraTags();
            case "message" -> text(message);
            default -> MISSING;
        };
    }

    @Override
    public CharSequence text(Message message) {
        return message.safe() ? SafeString.of(message.text()) : message.text();
    }

    private static MessageSettings settings() {
        return Site.current().settings().part(MessageSettings.class).orElse(MessageSettings.defaults());
    }
}
