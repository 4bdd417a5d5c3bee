package quintet.orm.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;
import quintet.orm.FieldMeta;
import quintet.orm.QueryError;

/** Which type a computed value has when its parts have some: Django's rules, which know fields by their classes. */
final class FieldClasses {
    private FieldClasses() {}

    /** Whether Django's class of one kind is that of another or derived from it. */
    static boolean isA(FieldKind kind, FieldKind of) {
        FieldKind at = kind;
        while (at != null) {
            if (at == of) {
                return true;
            }
            at = parent(at);
        }
        return false;
    }

    /** The kind a value has when it is computed with: that of a reference is its target's. */
    static @Nullable FieldKind kind(ValueType type) {
        FieldMeta field = type.field();
        while (field != null && field.isReference()) {
            field = field.targetField();
        }
        return field == null ? type.kind() : field.kind();
    }

    private static @Nullable FieldKind parent(FieldKind kind) {
        return switch (kind) {
            case SLUG, EMAIL, URL -> FieldKind.CHAR;
            case BIG_INTEGER, SMALL_INTEGER, POSITIVE_INTEGER -> FieldKind.INTEGER;
            case POSITIVE_BIG_INTEGER -> FieldKind.BIG_INTEGER;
            case POSITIVE_SMALL_INTEGER -> FieldKind.SMALL_INTEGER;
            case AUTO -> FieldKind.INTEGER;
            case BIG_AUTO -> FieldKind.BIG_INTEGER;
            case SMALL_AUTO -> FieldKind.SMALL_INTEGER;
            case DATETIME -> FieldKind.DATE;
            case IMAGE -> FieldKind.FILE;
            case ONE_TO_ONE -> FieldKind.FOREIGN_KEY;
            default -> null;
        };
    }

    /** The type of an expression whose parts must be alike. */
    static ValueType common(List<R> parts) {
        return alike(parts.stream().map(R::type).toList());
    }

    /** The type of values that must be alike. */
    static ValueType alike(List<ValueType> types) {
        ValueType first = null;
        for (ValueType type : types) {
            FieldKind kind = kind(type);
            if (kind == null) {
                continue;
            }
            FieldKind before = first == null ? null : kind(first);
            if (before == null) {
                first = type;
            } else if (!isA(before, kind)) {
                throw new QueryError(
                        QueryError.Kind.FIELD,
                        "Expression contains mixed types: " + before.djangoName() + ", " + kind.djangoName()
                                + ". You must set output_field.",
                        "Say which it is: typed(expression, OutputField.of(...)).");
            }
        }
        return first == null ? ValueType.OBJECT : FunctionTypes.plain(first);
    }

    static String name(ValueType type) {
        return name(type.kind());
    }

    private static String name(@Nullable FieldKind kind) {
        return kind == null ? "NoneType" : kind.djangoName();
    }

    /** The type of two values joined by an operator. */
    static ValueType combined(R left, String operator, R right) {
        FieldKind a = kind(left.type());
        FieldKind b = kind(right.type());
        ValueType found = operator.length() == 1 && "+-*/%^".contains(operator)
                ? arithmetic(operator, left.type(), right.type())
                : bits(left.type(), right.type());
        if (found == null) {
            if (a == null && b == null) {
                return ValueType.OBJECT;
            }
            throw new QueryError(
                    QueryError.Kind.FIELD,
                    "Cannot infer type of '" + django(operator) + "' expression involving these types: " + name(a)
                            + ", " + name(b) + ". You must set output_field.",
                    "Say which it is: typed(expression, OutputField.of(...)).");
        }
        return found;
    }

    private static String django(String operator) {
        // Python doubles it, because its SQL texts are formatted.
        return operator.equals("%") ? operator.repeat(2) : operator;
    }

    private static @Nullable ValueType bits(ValueType left, ValueType right) {
        boolean whole = left.base() == ValueType.Base.INTEGER || left.kind() == null;
        boolean other = right.base() == ValueType.Base.INTEGER || right.kind() == null;
        return whole && other ? ValueType.LONG : null;
    }

    private static @Nullable ValueType arithmetic(String operator, ValueType left, ValueType right) {
        ValueType.Base a = left.base();
        ValueType.Base b = right.base();
        if (left.kind() == null || right.kind() == null) {
            ValueType known = left.kind() == null ? right : left;
            return known.base().isNumber() ? number(known) : known.kind() == null ? ValueType.OBJECT : null;
        }
        if (a.isNumber() && b.isNumber()) {
            if (a == b) {
                return number(left);
            }
            boolean mixed = !operator.equals("^");
            if (mixed && (a == ValueType.Base.INTEGER || b == ValueType.Base.INTEGER)) {
                return number(a == ValueType.Base.INTEGER ? right : left);
            }
            return null;
        }
        return dates(operator, a, b);
    }

    private static ValueType number(ValueType type) {
        return switch (type.base()) {
            case INTEGER -> type.java() == Long.class ? ValueType.LONG : ValueType.INT;
            case FLOAT -> ValueType.FLOAT;
            default -> ValueType.DECIMAL;
        };
    }

    private static @Nullable ValueType dates(String operator, ValueType.Base a, ValueType.Base b) {
        boolean minus = operator.equals("-");
        if (!minus && !operator.equals("+")) {
            return null;
        }
        boolean moment = a == ValueType.Base.DATE || a == ValueType.Base.DATETIME;
        boolean otherMoment = b == ValueType.Base.DATE || b == ValueType.Base.DATETIME;
        if (b == ValueType.Base.DURATION) {
            return a == ValueType.Base.DURATION
                    ? ValueType.DURATION
                    : a == ValueType.Base.TIME ? ValueType.TIME : moment ? ValueType.DATETIME : null;
        }
        if (!minus && a == ValueType.Base.DURATION) {
            return otherMoment ? ValueType.DATETIME : b == ValueType.Base.TIME ? ValueType.TIME : null;
        }
        boolean times = a == ValueType.Base.TIME && b == ValueType.Base.TIME;
        return minus && ((moment && otherMoment) || times) ? ValueType.DURATION : null;
    }
}
