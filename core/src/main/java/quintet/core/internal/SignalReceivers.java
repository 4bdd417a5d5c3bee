package quintet.core.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The receivers of one site's signals. Lists are replaced, never changed, so that sending takes no lock. */
@SuppressWarnings("ReferenceEquality") // a receiver is known by its identity
public final class SignalReceivers {
    /** One connected receiver. */
    public record Entry(@Nullable Object sender, @Nullable String uid, Consumer<?> receiver) {}

    private final Map<Object, List<Entry>> bySignal = new ConcurrentHashMap<>();

    /** Adds a receiver unless one with the same id and sender is there, and returns what is there. */
    public Entry add(Object signal, @Nullable Object sender, @Nullable String uid, Consumer<?> receiver) {
        Entry entry = new Entry(sender, uid, receiver);
        bySignal.compute(signal, (key, old) -> {
            List<Entry> entries = old == null ? new ArrayList<>() : new ArrayList<>(old);
            boolean there = entries.stream()
                    .anyMatch(e -> Objects.equals(e.sender, sender)
                            && (uid == null ? e.receiver == receiver && e.uid == null : uid.equals(e.uid)));
            if (!there) {
                entries.add(entry);
            }
            return List.copyOf(entries);
        });
        return entry;
    }

    /** Takes this very entry away. */
    public void remove(Object signal, Entry entry) {
        removeIf(signal, e -> e == entry);
    }

    /** Takes matching entries away and says whether there were any. */
    public boolean removeIf(Object signal, Predicate<Entry> test) {
        boolean[] removed = {false};
        bySignal.computeIfPresent(signal, (key, old) -> {
            List<Entry> entries = new ArrayList<>(old);
            removed[0] = entries.removeIf(test);
            return entries.isEmpty() ? null : List.copyOf(entries);
        });
        return removed[0];
    }

    /** The receivers that hear a sender, in the order of connection. */
    public List<Entry> of(Object signal, @Nullable Object sender) {
        List<Entry> all = bySignal.get(signal);
        if (all == null) {
            return List.of();
        }
        for (Entry entry : all) {
            if (entry.sender != null && !entry.sender.equals(sender)) {
                return all.stream()
                        .filter(e -> e.sender == null || e.sender.equals(sender))
                        .toList();
            }
        }
        return all;
    }
}
