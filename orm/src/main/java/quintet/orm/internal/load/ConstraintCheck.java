package quintet.orm.internal.load;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.Constraint;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Meta;
import quintet.orm.ModelMeta;
import quintet.orm.OutputField;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;
import quintet.orm.internal.sql.Substitution;
import quintet.orm.internal.sql.ValueType;

/** Asks the database whether an object that is not written yet would meet the constraints of its model. */
final class ConstraintCheck {
    private final KeyedModel<?> object;
    private final ModelMeta<?> meta;
    private final Collection<String> exclude;
    private final Substitution substitution;

    /** Thrown when a condition needs a field that is not to be looked at. */
    private static final class LeftOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private LeftOut() {
            super(null, null, false, false);
        }
    }

    ConstraintCheck(KeyedModel<?> object, ModelMeta<?> meta, Collection<String> exclude) {
        this.object = object;
        this.meta = meta;
        this.exclude = exclude;
        this.substitution = new Substitution(this::value);
    }

    /** Whether the constraint is violated; false where it needs a field that is left out. */
    boolean isViolated(Constraint constraint) {
        try {
            return switch (constraint) {
                case Constraint.Check check -> isFalse(check.condition());
                case Constraint.Unique unique -> isTaken(unique);
                case Constraint.Exclusion exclusion -> isExcluded(exclusion);
            };
        } catch (LeftOut e) {
            return false;
        }
    }

    /** Whether a condition is false for the object; one that is unknown because of a NULL is met, as in a CHECK. */
    private boolean isFalse(Node.Cond condition) {
        Node.Cond test = new Node.Not(substitution.condition(condition));
        return Engine.test(meta.rows().query().hint(object).filter(test));
    }

    private boolean isTaken(Constraint.Unique unique) {
        Query rows = meta.manager().all().query().hint(object);
        boolean nullsEqual = Boolean.FALSE.equals(unique.nullsDistinct());
        for (String name : unique.fields()) {
            Node own = value(name);
            if (Substitution.isNull(own) && !nullsEqual) {
                return false;
            }
            rows = rows.filter(equal(new Node.Path(meta.field(name).attribute()), own, nullsEqual));
        }
        for (Node.Ordering expression : unique.expressions()) {
            Node own = substitution.node(expression.node());
            rows = rows.filter(equal(expression.node(), own, nullsEqual));
        }
        return isThere(rows, unique.condition());
    }

    /** Whether there is a row that stands to the object as all operators say. */
    private boolean isExcluded(Constraint.Exclusion exclusion) {
        Query rows = meta.manager().all().query().hint(object);
        for (Constraint.Exclusion.Element element : exclusion.elements()) {
            Node expression = element.expression().node();
            Node own = expression instanceof Node.Path path && !path.text().contains("__")
                    ? value(path.text())
                    : substitution.node(expression);
            if (Substitution.isNull(own)) {
                return false;
            }
            // The driver reads two question marks as one that is no parameter.
            String operator = element.operator().replace("?", "??");
            rows = rows.filter(new Node.Truth(new Node.Raw("(%s " + operator + " %s)", List.of(expression, own))));
        }
        return isThere(rows, exclusion.condition());
    }

    /** Whether another row is among these, if the constraint is about the object at all. */
    private boolean isThere(Query rows, Node.@Nullable Cond condition) {
        if (condition != null && isFalse(condition)) {
            return false;
        }
        Query all = condition == null ? rows : rows.filter(condition);
        return Engine.exists(Validation.withoutSelf(all, object));
    }

    private static Node.Cond equal(Node left, Node right, boolean nullsEqual) {
        Node.Cond bothNull = isNull(left);
        if (Substitution.isNull(right)) {
            return nullsEqual ? bothNull : new Node.Not(new Node.Anything());
        }
        return new Node.Lookup(left, "exact", right);
    }

    private static Node.Cond isNull(Node node) {
        return new Node.Lookup(node, "isnull", new Node.Param(true));
    }

    /** What the row would hold in a field: the object's value, what the database computes, or its default. */
    private Node value(String name) {
        FieldMeta field = meta.field(name);
        if (exclude.contains(field.name())) {
            throw new LeftOut();
        }
        Meta.Generated generated = field.generated();
        if (generated != null) {
            return substitution.node(generated.expression());
        }
        Object given = field.get(object);
        Object plain = ValueType.of(field).prepare(given instanceof Ref<?> ref ? field.keyOf(ref) : given);
        if (plain == null) {
            return object.isNew() ? databaseDefault(field) : missing(field);
        }
        if (field.isComposite()) {
            return new Node.Param(plain);
        }
        return ValueType.of(field).base().isComposed()
                ? new Node.Call("FieldValue", List.of(new Node.Param(plain)), List.of(field.name()))
                : typed(plain);
    }

    private static Node databaseDefault(FieldMeta field) {
        Node expression = field.databaseDefault();
        if (expression != null) {
            return expression;
        }
        String sql = field.declaration().text("dbDefaultSql");
        if (!sql.isEmpty()) {
            return new Node.Raw(sql, List.of());
        }
        String literal = field.declaration().text("dbDefault");
        Object value = literal.isEmpty() ? null : ValueType.of(field).prepare(literal);
        return value == null ? missing(field) : typed(value);
    }

    /** NULL. Of what may bound a range it keeps the type, which says what a range between two of them is. */
    private static Node missing(FieldMeta field) {
        return switch (field.kind()) {
            case DATE, DATETIME, DECIMAL, FLOAT, INTEGER, BIG_INTEGER, SMALL_INTEGER ->
                new Node.Typed(Substitution.missing(), OutputField.of(field.kind()));
            default -> Substitution.missing();
        };
    }

    /** A value with its type. Decimals are sent as text to some databases, and must be compared as numbers. */
    private static Node typed(Object value) {
        Node param = new Node.Param(value);
        if (value instanceof BigDecimal) {
            return new Node.Typed(new Node.Call("Cast", List.of(param), List.of()), OutputField.of(BigDecimal.class));
        }
        return new Node.Typed(param, OutputField.of(value.getClass()));
    }
}
