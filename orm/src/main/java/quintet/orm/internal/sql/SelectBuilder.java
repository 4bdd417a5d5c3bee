package quintet.orm.internal.sql;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Operation;
import quintet.orm.internal.query.Query;

/** Builds the SELECT of a query: replays its operations in order, as Django does, then adds what is selected. */
final class SelectBuilder {
    private final Query query;
    private final ModelMeta<?> model;
    private final Select select;
    private final Resolver resolver;
    private final Set<String> selected = new LinkedHashSet<>();
    /** Names given to values as they were chosen. */
    private final Set<String> named = new HashSet<>();
    /** The chosen values by name, once {@code values} was called. */
    private @Nullable Map<String, R> values;

    private final Grouping grouping = new Grouping();

    SelectBuilder(Query query, @Nullable Resolver outer) {
        this.query = query;
        this.model = query.meta();
        Scope scope = new Scope(model, outer == null ? null : outer.scope);
        this.select = new Select(scope);
        this.resolver = new Resolver(scope, outer);
        if (query.isEmpty()) {
            select.empty = true;
        }
        query.operations().forEach(this::replay);
        if (select.where.stream().anyMatch(Conditions::isNever)
                || select.having.stream().anyMatch(Conditions::isNever)) {
            select.empty = true;
        }
        select.distinct = query.isDistinct();
        select.lock = query.lock();
        slice();
    }

    Resolver resolver() {
        return resolver;
    }

    Select select() {
        return select;
    }

    boolean isGrouped() {
        return grouping.isOn();
    }

    private void slice() {
        if (query.isSliced()) {
            select.limitSlot = query.limitSlot();
            select.hasLow = query.low() > 0;
            select.hasHigh = query.high() >= 0;
            if (query.high() >= 0 && query.high() <= query.low()) {
                select.empty = true;
            }
        }
    }

    private void replay(Operation operation) {
        switch (operation) {
            case Operation.Filter filter -> filter(filter);
            case Operation.Annotate annotate -> annotate(annotate);
            case Operation.Values chosen -> values(chosen);
            case Operation.Relate relate -> resolver.relations().add(relate);
        }
    }

    private void filter(Operation.Filter filter) {
        R.C clause = resolver.filters().filter(filter.condition(), filter.negated(), filter.continued());
        place(clause);
    }

    /** Conditions on aggregates are for groups. */
    private void place(R.C clause) {
        if (Qualify.needed(clause)) {
            if (clause instanceof R.C.Group group && group.connector() == Node.Connector.AND && !group.negated()) {
                group.parts().forEach(this::place);
            } else {
                select.qualify.add(clause);
            }
            return;
        }
        if (!R.hasAggregate(clause)) {
            if (!Conditions.isAlways(clause)) {
                select.where.add(clause);
            }
        } else if (clause instanceof R.C.Group group && group.connector() == Node.Connector.AND && !group.negated()) {
            group.parts().forEach(this::place);
        } else {
            select.having.add(clause);
        }
    }

    private void annotate(Operation.Annotate annotate) {
        String name = annotate.name();
        if (conflicts(name)) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "The annotation '" + name + "' conflicts with a field on the model.",
                    "Give it another name than the fields and relations of " + model.label() + ".");
        }
        Names.check(name);
        Node node = annotate.node() instanceof Node.Named named ? named.node() : annotate.node();
        R value = resolver.resolve(node, null);
        if (value instanceof R.Val && value.type().kind() == null && annotate.selected()) {
            throw FunctionTypes.unknown();
        }
        resolver.annotations.put(name, value);
        if (annotate.selected()) {
            selected.add(name);
            if (values != null) {
                values.put(name, value);
            }
        }
        if (R.hasAggregate(value)) {
            SetReturning.refuseWithinAggregate(value);
            grouping.start(values);
        }
    }

    /** Once values were chosen, names of fields that are not among them are free. */
    private boolean conflicts(String name) {
        FieldMeta field = model.findField(name).orElse(null);
        if (values != null) {
            return field != null && values.containsKey(name) && !resolver.annotations.containsKey(name);
        }
        return field != null || Paths.back(model, name) != null;
    }

    private void values(Operation.Values chosen) {
        Map<String, R> result = new LinkedHashMap<>();
        if (chosen.nodes().isEmpty()) {
            for (FieldMeta field : model.columns()) {
                result.put(field.attribute(), resolver.columnOf(select.scope.base, field));
            }
            for (String name : selected) {
                result.put(name, java.util.Objects.requireNonNull(resolver.annotations.get(name)));
            }
        }
        for (Node node : chosen.nodes()) {
            value(node, result);
        }
        values = result;
    }

    private void value(Node node, Map<String, R> result) {
        String name = switch (node) {
            case Node.Path path -> path.text();
            case Node.Named named -> named.name();
            default -> "col" + (result.size() + 1);
        };
        if (node instanceof Node.Path path
                && resolver.annotations.containsKey(path.text())
                && !selected.contains(path.text())
                && !named.contains(path.text())) {
            throw new QueryError(
                    QueryError.Kind.FIELD,
                    "Cannot select the '" + path.text() + "' alias. Use annotate() to promote it.");
        }
        R value = resolver.resolve(node, null);
        if (R.hasAggregate(value) && !grouping.isOn()) {
            grouping.start(null);
        }
        if (node instanceof Node.Named) {
            resolver.annotations.putIfAbsent(name, value);
            named.add(name);
        }
        result.put(result.containsKey(name) ? name + "_" + result.size() : name, value);
    }

    /** What multiplies the rows: the sets among what is selected. */
    List<R> sets() {
        List<R> all = values != null
                ? List.copyOf(values.values())
                : selected.stream().map(resolver.annotations::get).toList();
        return all.stream().filter(SetReturning::has).toList();
    }

    // --- What is selected

    /** For objects: all columns, those of related models, annotations. Fills the plan. */
    Select objectSelect(Plan plan) {
        FieldChoice choice = new FieldChoice(query);
        plan.addBase(model, choice.of("", model), this::addColumn, select.scope.base);
        RelatedJoins related = new RelatedJoins(resolver, query, choice);
        related.add(plan, this::addColumn);
        lock(related);
        for (String name : selected) {
            R value = java.util.Objects.requireNonNull(resolver.annotations.get(name));
            select.items.add(new Select.Item(value, name));
            plan.addAnnotation(name, value.type(), select.items.size());
        }
        finish();
        return select;
    }

    private void addColumn(Join join, FieldMeta field) {
        select.items.add(new Select.Item(resolver.columnOf(join, field), null));
    }

    /** For rows of values. Fills the plan. */
    Select rowSelect(Plan plan) {
        Map<String, R> chosen = values;
        if (chosen == null) {
            throw new IllegalStateException("The query gives objects.");
        }
        chosen.forEach((name, value) -> {
            select.items.add(new Select.Item(value, name));
            plan.addValue(name, value.type());
        });
        lock(new RelatedJoins(resolver, query, new FieldChoice(query)));
        finish();
        return select;
    }

    private void lock(RelatedJoins related) {
        Query.Lock lock = query.lock();
        if (lock != null && !lock.of().isEmpty()) {
            related.lock(select, lock.of());
        }
    }

    /** For a place where one value is wanted: of what was chosen, else the key or the field a reference holds. */
    Select valueSelect(@Nullable FieldMeta reference) {
        if (combine(new Plan())) {
            return select;
        }
        if (values != null) {
            values.forEach((name, value) -> select.items.add(new Select.Item(value, null)));
        } else {
            boolean names = reference != null
                    && reference.isReference()
                    && reference.target().concrete() == model.concrete();
            Join base = select.scope.base;
            R value = names && reference != null && !reference.isComposite()
                    ? Resolver.column(base, reference.targetField())
                    : Resolver.key(base);
            select.items.add(new Select.Item(value, null));
        }
        finishUnordered();
        return Qualify.wrap(select);
    }

    /** For asking whether there are rows. */
    Select existsSelect() {
        if (combine(new Plan())) {
            return select;
        }
        select.items.add(new Select.Item(new R.Const(1L, ValueType.LONG), null));
        sets().forEach(set -> select.items.add(new Select.Item(set, null)));
        grouping(false);
        if (!select.hasLow && !select.hasHigh) {
            select.distinct = false;
        }
        return Qualify.wrap(select);
    }

    /** As a part of a UNION or a source of values: ordered only if a slice makes it matter. */
    private void finishUnordered() {
        if (select.limitSlot >= 0 || select.fixedLimit >= 0 || query.order() != null) {
            finish();
        } else {
            grouping(false);
        }
    }

    /** Order, groups. */
    void finish() {
        order();
        grouping(true);
        distinctOn();
    }

    private void order() {
        List<Node.Ordering> order = query.order();
        if (order == null) {
            order = grouping.isOn() ? List.of() : model.ordering();
        }
        Orderings orderings = new Orderings(resolver);
        for (Node.Ordering ordering : order) {
            for (R.By by : orderings.resolve(query.isReversed() ? ordering.reversed() : ordering)) {
                if (select.orderBy.stream().noneMatch(other -> other.value().equals(by.value()))) {
                    select.orderBy.add(by);
                }
            }
        }
        if (select.distinct && query.distinctOn().isEmpty()) {
            addHiddenOrder();
        }
    }

    /** What a DISTINCT sorts by must be selected. */
    private void addHiddenOrder() {
        Set<R> known = new HashSet<>();
        select.items.forEach(item -> known.add(item.value()));
        for (R.By by : select.orderBy) {
            if (known.add(by.value())
                    && !(by.value() instanceof R.Fn fn && fn.name().equals("Random"))) {
                select.items.add(new Select.Item(by.value(), null));
            }
        }
    }

    private void distinctOn() {
        for (String name : query.distinctOn()) {
            select.distinctOn.addAll(R.parts(resolver.path(Paths.split(name), null)));
        }
    }

    /** Fills GROUP BY. */
    void grouping(boolean ordered) {
        grouping.fill(select, model, ordered);
    }

    /** Builds a UNION or the like, if the query is one. */
    boolean combine(Plan plan) {
        return Combination.build(query, model, select, resolver.outer, plan);
    }

    boolean givesValues() {
        return values != null;
    }

    /** Names that may become part of an SQL text. */
    private static final class Names {
        private static void check(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (Character.isWhitespace(c)
                        || "'\"`;#%()[]\\,.".indexOf(c) >= 0
                        || name.contains("--")
                        || name.contains("/*")) {
                    throw new QueryError(
                            QueryError.Kind.VALUE,
                            "Column aliases cannot contain whitespace characters, hashes, control characters, quotation"
                                    + " marks, semicolons, or SQL comments.",
                            "The name was '" + name + "'.");
                }
            }
        }
    }
}
