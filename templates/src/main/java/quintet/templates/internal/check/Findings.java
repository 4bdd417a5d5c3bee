package quintet.templates.internal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import quintet.core.Suggestions;

/** What a check of one template found, by line. */
public final class Findings {
    private final Set<Finding> all = new LinkedHashSet<>();

    /**
     * One mistake.
     *
     * @param line from 1
     * @param message what is wrong and what to write instead
     */
    public record Finding(int line, String message) {}

    /** Notes a mistake. */
    public void add(int line, String message) {
        all.add(new Finding(line, message));
    }

    /** Notes that there is nothing of a name, and the nearest name there is. */
    void missing(int line, String what, String name, Collection<String> candidates) {
        add(line, what + Suggestions.didYouMean(name, candidates));
    }

    /** The mistakes in the order of their lines. */
    public List<Finding> sorted() {
        List<Finding> out = new ArrayList<>(all);
        out.sort(java.util.Comparator.comparingInt(Finding::line));
        return out;
    }
}
