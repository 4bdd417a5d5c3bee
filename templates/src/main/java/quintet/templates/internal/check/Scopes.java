package quintet.templates.internal.check;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.templates.TypeGuide;

/** The variables at one place of a template, with what is known of their types. */
final class Scopes {
    private final Deque<Scope> open = new ArrayDeque<>();
    private final StaticTypes types;
    private @Nullable Type declared;
    private boolean anything = true;

    /** What one tag added. */
    private static final class Scope {
        private final String end;
        private final Map<String, Type> variables = new HashMap<>();
        private boolean anything;

        Scope(String end) {
            this.end = end;
        }
    }

    Scopes(StaticTypes types) {
        this.types = types;
        open.push(new Scope(""));
    }

    /** From here on the variables of the template are those of a type, and what else is named. */
    void declare(@Nullable Type type) {
        declared = type;
        anything = false;
    }

    /** Whether the template says what its variables are. */
    boolean isDeclared() {
        return !anything;
    }

    void push(String end, boolean mayAddAnything) {
        Scope scope = new Scope(end);
        scope.anything = mayAddAnything;
        open.push(scope);
    }

    /** Closes the scope that this end tag ends, if there is one. */
    void pop(String end) {
        if (open.stream().anyMatch(scope -> scope.end.equals(end))) {
            Scope closed;
            do {
                closed = open.pop();
            } while (!closed.end.equals(end));
        }
    }

    void put(String name, Type type) {
        open.getFirst().variables.put(name, type);
    }

    /** The type of a variable; null if there is no such variable. */
    @Nullable
    Type get(String name) {
        for (Scope scope : open) {
            Type found = scope.variables.get(name);
            if (found != null) {
                return found;
            }
        }
        if (declared != null) {
            Type found = types.attribute(declared, name);
            if (found != null) {
                return found;
            }
        }
        return anything || open.stream().anyMatch(scope -> scope.anything) ? TypeGuide.UNKNOWN : null;
    }

    /** The names of all variables here. */
    Set<String> names() {
        Set<String> out = new TreeSet<>();
        open.forEach(scope -> out.addAll(scope.variables.keySet()));
        if (declared != null) {
            out.addAll(types.names(declared));
        }
        return out;
    }
}
