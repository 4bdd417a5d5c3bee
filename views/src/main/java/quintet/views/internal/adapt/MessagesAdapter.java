package quintet.views.internal.adapt;

import java.util.Iterator;
import quintet.sessions.Messages;
import quintet.templates.ValueAdapter;

/** {@code {% for message in messages %}}: looping uses the messages up, asking whether there are any does not. */
final class MessagesAdapter implements ValueAdapter<Messages> {
    @Override
    public Object attribute(Messages messages, String name) {
        return MISSING;
    }

    @Override
    public Iterator<?> iterate(Messages messages) {
        return messages.iterator();
    }

    @Override
    public int length(Messages messages) {
        return messages.size();
    }
}
