package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.internal.query.Node.Connector;

/** Puts conditions together, leaving out what is always or never true. */
final class Conditions {
    private Conditions() {}

    static boolean isNever(R.C c) {
        return c instanceof R.C.Always always && !always.yes();
    }

    static boolean isAlways(R.C c) {
        return c instanceof R.C.Always always && always.yes();
    }

    static R.C group(Connector connector, List<R.C> parts, boolean negated) {
        return negate(join(connector, parts), negated);
    }

    private static R.C negate(R.C c, boolean negated) {
        if (!negated) {
            return c;
        }
        return switch (c) {
            case R.C.Always always -> new R.C.Always(!always.yes());
            case R.C.Exists exists -> new R.C.Exists(exists.select(), !exists.negated());
            case R.C.Group group -> new R.C.Group(group.connector(), group.parts(), !group.negated());
            default -> new R.C.Group(Connector.AND, List.of(c), true);
        };
    }

    private static R.C join(Connector connector, List<R.C> parts) {
        List<R.C> kept = new ArrayList<>();
        boolean flipped = false;
        for (R.C part : parts) {
            if (part instanceof R.C.Always always) {
                if ((connector == Connector.AND && !always.yes()) || (connector == Connector.OR && always.yes())) {
                    return part;
                }
                flipped ^= connector == Connector.XOR && always.yes();
            } else {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return new R.C.Always(connector == Connector.AND || flipped);
        }
        R.C joined = kept.size() == 1 ? kept.getFirst() : new R.C.Group(connector, kept, false);
        return negate(joined, flipped);
    }
}
