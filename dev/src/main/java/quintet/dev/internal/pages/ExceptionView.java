package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.TemplateException;

/**
 * An exception of a chain as it is shown.
 *
 * @param type its class
 * @param message what it says
 * @param groups its frames
 * @param inCommon how many further frames it has in common with the one before
 * @param suppressed what it suppressed, in short
 */
public record ExceptionView(
        String type, String message, List<Frames.Group> groups, int inCommon, List<String> suppressed) {
    private static final int LONGEST_CHAIN = 12;

    /** The class without its package. */
    public String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** What an exception says, even if its own method for that fails. */
    private static String message(Throwable thrown) {
        try {
            return Shown.message(thrown.getLocalizedMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return "(its message failed: " + e.getClass().getName() + ")";
        }
    }

    /** The class's words, between which a long one may be broken. */
    public List<String> parts() {
        return List.of(simpleType().split("(?<=[a-z.])(?=[A-Z])"));
    }

    /** The first frame of the project; null if it has no part in it. */
    public Frames.@Nullable Frame ownFrame() {
        return groups.stream()
                .filter(Frames.Group::own)
                .map(group -> group.frames().getFirst())
                .findFirst()
                .orElse(null);
    }

    /** The exceptions from the one that was thrown last to what caused it. */
    static List<ExceptionView> chain(Throwable thrown, Frames frames) {
        List<ExceptionView> views = new ArrayList<>();
        List<Throwable> chain = causes(thrown);
        for (int i = 0; i < chain.size(); i++) {
            Throwable now = chain.get(i);
            int inCommon =
                    i == 0 ? 0 : inCommon(now.getStackTrace(), chain.get(i - 1).getStackTrace());
            views.add(new ExceptionView(
                    now.getClass().getName(),
                    message(now),
                    frames.groups(now.getStackTrace(), inCommon, true),
                    inCommon,
                    suppressed(now)));
        }
        return views;
    }

    /** The chain of causes; what only carries an error through code that takes exceptions is left out. */
    static List<Throwable> causes(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable next = thrown;
        if (next instanceof IllegalStateException
                && next.getCause() instanceof Error error
                && error.toString().equals(next.getMessage())) {
            next = error;
        }
        while (next != null && seen.add(next) && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static int inCommon(StackTraceElement[] stack, StackTraceElement[] outer) {
        int a = stack.length - 1;
        int b = outer.length - 1;
        while (a >= 0 && b >= 0 && stack[a].equals(outer[b])) {
            a--;
            b--;
        }
        return stack.length - 1 - a;
    }

    private static List<String> suppressed(Throwable thrown) {
        List<String> texts = new ArrayList<>();
        for (Throwable other : thrown.getSuppressed()) {
            if (!(other instanceof TemplateException place && place.equals(TemplateException.placeOf(thrown)))) {
                texts.add(other.getClass().getName() + ": " + message(other));
            }
        }
        return texts;
    }
}
