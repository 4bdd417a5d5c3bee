package quintet.dev.internal.compile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the classes below another one. */
final class Heirs {
    private Heirs() {}

    /** Binary names of those that extend or implement this one (a binary name too) and are not abstract, in order. */
    static List<String> of(Collection<ClassShape> shapes, String type) {
        Map<String, ClassShape> byName = new HashMap<>();
        shapes.forEach(shape -> byName.put(shape.name(), shape));
        String wanted = type.replace('.', '/');
        return shapes.stream()
                .filter(shape -> !shape.isAbstract() && isBelow(byName, shape, wanted))
                .map(shape -> shape.name().replace('/', '.'))
                .sorted()
                .toList();
    }

    private static boolean isBelow(Map<String, ClassShape> shapes, ClassShape shape, String type) {
        for (String parent : shape.parents()) {
            ClassShape known = shapes.get(parent);
            if (parent.equals(type) || known != null && isBelow(shapes, known, type)) {
                return true;
            }
        }
        return false;
    }
}
