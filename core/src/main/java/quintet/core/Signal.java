package quintet.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.internal.SignalReceivers;

/**
 * Something that happens, which other code may want to hear of. A signal is a constant; its receivers belong to the
 * current {@link Site}, so connect them in {@link App#ready}. The payload is a typed event. Answers to Django's
 * {@code Signal}.
 *
 * @param <E> the event, usually a record
 */
@SuppressWarnings("ReferenceEquality") // a receiver is known by its identity
public final class Signal<E> {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dispatch");

    private final String name;

    /**
     * Creates a signal.
     *
     * @param name for messages, such as {@code request_started}
     */
    public Signal(String name) {
        this.name = name;
    }

    /** What {@link #connect} gives: closing it disconnects the receiver. */
    public interface Connection extends AutoCloseable {
        /** Disconnects; a second call does nothing. */
        @Override
        void close();
    }

    /**
     * What a receiver answered to {@link #sendRobust}.
     *
     * @param receiver the receiver
     * @param error what it threw; null when it ended well
     */
    public record Outcome(Object receiver, @Nullable Exception error) {}

    /** Calls the receiver for every event of this site. */
    public Connection connect(Consumer<? super E> receiver) {
        return add(null, null, receiver);
    }

    /**
     * Calls the receiver for every event, at most once for this id: a second connection with the same id does nothing.
     * Django's {@code dispatch_uid}.
     */
    public Connection connect(Consumer<? super E> receiver, String uid) {
        return add(null, uid, receiver);
    }

    /** Calls the receiver for the events of one sender (a model class, a view ...) only. */
    public Connection connectFor(Object sender, Consumer<? super E> receiver) {
        return add(sender, null, receiver);
    }

    /** As {@link #connectFor(Object, Consumer)}, at most once for this id and sender. */
    public Connection connectFor(Object sender, Consumer<? super E> receiver, String uid) {
        return add(sender, uid, receiver);
    }

    private Connection add(@Nullable Object sender, @Nullable String uid, Consumer<? super E> receiver) {
        SignalReceivers receivers = Site.current().receivers();
        var entry = receivers.add(this, sender, uid, receiver);
        return () -> receivers.remove(this, entry);
    }

    /**
     * Takes a receiver away.
     *
     * @return whether it was connected
     */
    public boolean disconnect(Consumer<? super E> receiver) {
        return Site.current().receivers().removeIf(this, entry -> entry.receiver() == receiver);
    }

    /**
     * Takes the receiver with this id away.
     *
     * @return whether there was one
     */
    public boolean disconnect(String uid) {
        return Site.current().receivers().removeIf(this, entry -> uid.equals(entry.uid()));
    }

    /** Whether anybody hears the events of this sender; lets a sender skip making the event. Never fails. */
    public boolean hasListeners(@Nullable Object sender) {
        Site site = Site.boundOrNull();
        return site != null && !site.receivers().of(this, sender).isEmpty();
    }

    /** Whether anybody hears events that have no sender. */
    public boolean hasListeners() {
        return hasListeners(null);
    }

    /** Calls all receivers in the order of connection; the first exception ends it. */
    public void send(E event) {
        send(null, event);
    }

    /** Calls the receivers of this sender in the order of connection; the first exception ends it. */
    public void send(@Nullable Object sender, E event) {
        Site site = Site.boundOrNull();
        if (site != null) {
            for (var entry : site.receivers().of(this, sender)) {
                this.<E>receiver(entry).accept(event);
            }
        }
    }

    /** Calls all receivers; exceptions are logged and returned rather than thrown. */
    public List<Outcome> sendRobust(@Nullable Object sender, E event) {
        List<Outcome> outcomes = new ArrayList<>();
        Site site = Site.boundOrNull();
        if (site != null) {
            for (var entry : site.receivers().of(this, sender)) {
                Exception error = null;
                try {
                    this.<E>receiver(entry).accept(event);
                } catch (Exception e) {
                    LOG.error("A receiver of the signal {} failed: {}", name, entry.receiver(), e);
                    error = e;
                }
                outcomes.add(new Outcome(entry.receiver(), error));
            }
        }
        return outcomes;
    }

    @SuppressWarnings("unchecked") // connect() took the receiver for this signal's event type
    private <T> Consumer<T> receiver(SignalReceivers.Entry entry) {
        return (Consumer<T>) entry.receiver();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
