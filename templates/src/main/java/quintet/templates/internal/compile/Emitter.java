package quintet.templates.internal.compile;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.values.ForLoop;

/**
 * Writes the code of one method. Nodes call it for their parts: text, variables, bodies, loops, conditions. Variables of the
 * loops around are in local variables, and in the context as well, where nodes that are called find them.
 */
public final class Emitter {
    private static final int CONTEXT = 0;
    private static final int OUT = 1;
    private static final ClassDesc ITERATOR = ClassDesc.of("java.util.Iterator");
    private static final ClassDesc LIST = ClassDesc.of("java.util.List");
    private static final ClassDesc RUNTIME_EXCEPTION = ClassDesc.of("java.lang.RuntimeException");

    private final Unit unit;
    private final CodeBuilder code;
    private final int at;
    private final Deque<Node> around = new ArrayDeque<>();
    private List<Tracked> tracked;

    /** A loop variable in a local variable, and its place in the context. */
    record Tracked(String name, int local, int place) {}

    Emitter(Unit unit, CodeBuilder code, List<Tracked> tracked) {
        this.unit = unit;
        this.code = code;
        this.tracked = tracked;
        this.at = code.allocateLocal(java.lang.classfile.TypeKind.INT);
    }

    /** The whole method: the nodes, and the note of the place if one fails. */
    void method(List<Node> nodes) {
        code.iconst_0().istore(at);
        Label start = code.newBoundLabel();
        nodes(nodes);
        code.return_();
        Label end = code.newBoundLabel();
        Label handler = code.newBoundLabel();
        int e = code.allocateLocal(java.lang.classfile.TypeKind.REFERENCE);
        code.astore(e).aload(e);
        unit.places(code);
        code.iload(at).aload(CONTEXT);
        code.invokestatic(
                Unit.STEPS,
                "located",
                MethodTypeDesc.of(RUNTIME_EXCEPTION, RUNTIME_EXCEPTION, Unit.PLACES, CD_int, Unit.CONTEXT));
        code.athrow();
        code.exceptionCatch(start, end, handler, RUNTIME_EXCEPTION);
    }

    /** Nodes in sequence, cut into methods if they are many. */
    private void nodes(List<Node> nodes) {
        if (Unit.weight(nodes) <= Unit.LARGE) {
            nodes.forEach(this::node);
            return;
        }
        for (List<Node> part : Unit.parts(nodes)) {
            if (Unit.weight(part) <= Unit.SMALL) {
                part.forEach(this::node);
            } else {
                elsewhere(part);
            }
        }
    }

    /** Code in a method of its own, which gets the variables that are known. */
    private void elsewhere(List<Node> nodes) {
        here();
        code.aload(CONTEXT).aload(OUT);
        List<ClassDesc> types = new ArrayList<>(List.of(Unit.CONTEXT, Unit.OUTPUT));
        for (Tracked each : tracked) {
            code.aload(each.local()).iload(each.place());
            types.add(CD_Object);
            types.add(CD_int);
        }
        MethodTypeDesc type = MethodTypeDesc.of(CD_void, types);
        code.invokestatic(unit.name(), unit.method(nodes, tracked, type), type);
        if (Unit.mayChangeVariables(nodes)) {
            reload();
        }
    }

    private void node(Node node) {
        around.addLast(node);
        here();
        if (node instanceof Compiled known) {
            known.compile(this);
        } else {
            call(node);
        }
        around.removeLast();
    }

    /** Notes that the code of the innermost node runs from here on. */
    private void here() {
        code.loadConstant(unit.place(around)).istore(at);
    }

    /** Calls a node that does its work itself. */
    public void call(Node node) {
        constant(node, Unit.NODE);
        code.aload(CONTEXT).aload(OUT);
        code.invokevirtual(Unit.NODE, "render", MethodTypeDesc.of(CD_void, Unit.CONTEXT, Unit.OUTPUT));
        if (Unit.mayChangeVariables(node)) {
            reload();
        }
    }

    /** Reads the known variables anew after something that may have set them. */
    private void reload() {
        for (Tracked each : tracked) {
            code.aload(CONTEXT).iload(each.place());
            code.invokevirtual(Unit.CONTEXT, "value", MethodTypeDesc.of(CD_Object, CD_int));
            code.astore(each.local());
        }
    }

    /** Static text. */
    public void text(byte[] utf8) {
        if (utf8.length > 0) {
            code.aload(OUT);
            constant(utf8, Unit.BYTES);
            code.invokevirtual(Unit.OUTPUT, "bytes", MethodTypeDesc.of(CD_void, Unit.BYTES));
        }
    }

    /** A variable in double braces. */
    public void variable(FilterExpression expression) {
        if (expression.hasFilters() || expression.variable().isConstant()) {
            constant(expression, Unit.EXPRESSION);
            code.aload(CONTEXT).aload(OUT);
            code.invokevirtual(Unit.EXPRESSION, "write", MethodTypeDesc.of(CD_void, Unit.CONTEXT, Unit.OUTPUT));
        } else {
            new PathCode(this, expression).write();
        }
    }

    /** Leaves the truth of a condition's value on the stack. */
    public void truth(FilterExpression expression) {
        value(expression);
        code.aload(CONTEXT);
        code.invokestatic(Unit.STEPS, "truth", MethodTypeDesc.of(CD_boolean, CD_Object, Unit.CONTEXT));
    }

    /** Leaves the value of an expression on the stack; a missing one is null. */
    public void value(FilterExpression expression) {
        Object fixed = expression.isConstant() ? expression.variable().value() : null;
        if (fixed != null) {
            constant(fixed, CD_Object);
        } else if (expression.hasFilters() || expression.variable().isConstant()) {
            constant(expression, Unit.EXPRESSION);
            code.aload(CONTEXT).iconst_1();
            code.invokevirtual(Unit.EXPRESSION, "resolve", MethodTypeDesc.of(CD_Object, Unit.CONTEXT, CD_boolean));
        } else {
            new PathCode(this, expression).value();
        }
    }

    /** A comparison of two values, or of a member that is a number with a constant. */
    public void relation(Comparison comparison) {
        new RelationCode(this, comparison).write();
    }

    /** Leaves on the stack what a condition's own method says. */
    public void test(Test condition) {
        constant(condition, Unit.TEST);
        code.aload(CONTEXT);
        code.invokestatic(Unit.STEPS, "holds", MethodTypeDesc.of(CD_boolean, Unit.TEST, Unit.CONTEXT));
    }

    /** A condition that leaves its truth on the stack. */
    public interface Choice {
        /** Writes its code. */
        void compile(Emitter to);
    }

    /** The body of the first condition that holds, or else the last one. */
    public void choose(List<? extends Choice> conditions, List<NodeList> bodies, NodeList otherwise) {
        Label done = code.newLabel();
        for (int i = 0; i < conditions.size(); i++) {
            Label next = code.newLabel();
            here();
            conditions.get(i).compile(this);
            code.ifeq(next);
            body(bodies.get(i));
            code.goto_(done);
            code.labelBinding(next);
        }
        body(otherwise);
        code.labelBinding(done);
    }

    /** Nodes inside the one that is compiled; in a method of their own if they are large. */
    private void body(NodeList body) {
        List<Node> nodes = body.children();
        if (Unit.weight(nodes) > Unit.BODY) {
            elsewhere(nodes);
        } else {
            nodes(nodes);
        }
    }

    /** Something that sets variables in a scope of its own, and the nodes in that scope. */
    public void scope(ScopeSource source, NodeList body) {
        List<Tracked> outside = tracked;
        int mark = push();
        constant(source, Unit.SCOPE);
        code.aload(CONTEXT);
        code.invokeinterface(Unit.SCOPE, "putInto", MethodTypeDesc.of(CD_void, Unit.CONTEXT));
        enter(body, source.names());
        if (!Unit.mayChangeVariables(body.children())) {
            track(source.names(), mark);
        }
        body(body);
        pop(mark);
        leave(outside, body);
    }

    /** Keeps the first variables of a scope in local variables: their places count on from where the scope begins. */
    private void track(List<String> names, int mark) {
        tracked = new ArrayList<>(tracked);
        for (int i = 0; i < names.size(); i++) {
            int place = integer();
            int local = reference();
            code.lload(mark).l2i().loadConstant(i).iadd().istore(place);
            code.aload(CONTEXT).iload(place);
            code.invokevirtual(Unit.CONTEXT, "value", MethodTypeDesc.of(CD_Object, CD_int));
            code.astore(local);
            tracked.add(new Tracked(names.get(i), local, place));
        }
    }

    /**
     * Another template in this place, as long as the engine keeps it; else the node is called.
     *
     * @param node the node that includes it
     * @param epoch tells how long the template is the one
     * @param source sets the variables that are passed
     * @param body the template's content, which keeps no state
     */
    public void include(Node node, Object epoch, ScopeSource source, NodeList body) {
        Label other = code.newLabel();
        Label done = code.newLabel();
        constant(epoch, CD_Object);
        code.aload(CONTEXT);
        code.invokestatic(Unit.STEPS, "holds", MethodTypeDesc.of(CD_boolean, CD_Object, Unit.CONTEXT));
        code.ifeq(other);
        if (source.names().isEmpty() && !Unit.mayChangeVariables(body.children())) {
            body(body);
        } else {
            scope(source, body);
        }
        code.goto_(done);
        code.labelBinding(other);
        here();
        call(node);
        code.labelBinding(done);
    }

    /** Sets variables. */
    public interface ScopeSource {
        /** Sets them in the innermost scope. */
        void putInto(quintet.templates.Context context);

        /** Their names. */
        List<String> names();
    }

    /** Gives what a loop goes through. */
    public interface LoopSource {
        /** The elements. */
        List<?> items(quintet.templates.Context context);
    }

    /** A loop over one variable. */
    public void loop(LoopSource source, String name, NodeList body, NodeList empty) {
        List<Tracked> outside = tracked;
        int parent = reference();
        code.aload(CONTEXT).loadConstant("forloop");
        code.invokevirtual(Unit.CONTEXT, "lookup", MethodTypeDesc.of(CD_Object, ClassDesc.of("java.lang.String")));
        code.astore(parent);
        int mark = push();
        int items = reference();
        constant(source, Unit.LOOP);
        code.aload(CONTEXT);
        code.invokeinterface(Unit.LOOP, "items", MethodTypeDesc.of(LIST, Unit.CONTEXT))
                .astore(items);
        Label full = code.newLabel();
        Label done = code.newLabel();
        code.aload(items)
                .invokeinterface(LIST, "isEmpty", MethodTypeDesc.of(CD_boolean))
                .ifeq(full);
        enter(empty, List.of());
        body(empty);
        leave(outside, empty);
        code.goto_(done);
        code.labelBinding(full);
        rounds(items, parent, name, body);
        leave(outside, body);
        code.labelBinding(done);
        pop(mark);
    }

    private void rounds(int items, int parent, String name, NodeList body) {
        ClassDesc forLoop = ClassDesc.of(ForLoop.class.getName());
        int loop = reference();
        code.aload(parent).aload(items).aload(CONTEXT);
        code.invokestatic(Unit.STEPS, "begin", MethodTypeDesc.of(forLoop, CD_Object, LIST, Unit.CONTEXT));
        code.astore(loop);
        int loopPlace = integer();
        declare("forloop", loop, loopPlace);
        int item = reference();
        int place = integer();
        code.aconst_null().astore(item);
        declare(name, item, place);
        int iterator = reference();
        code.aload(items)
                .invokeinterface(LIST, "iterator", MethodTypeDesc.of(ITERATOR))
                .astore(iterator);
        int round = integer();
        code.iconst_0().istore(round);
        // A local variable of its own, as the loop object is typed and may be replaced in the context by a tag.
        int seen = reference();
        code.aload(loop).astore(seen);
        enter(body, List.of("forloop", name));
        tracked = new ArrayList<>(tracked);
        tracked.add(new Tracked("forloop", seen, loopPlace));
        tracked.add(new Tracked(name, item, place));
        Label top = code.newBoundLabel();
        Label end = code.newLabel();
        here();
        code.aload(iterator)
                .invokeinterface(ITERATOR, "hasNext", MethodTypeDesc.of(CD_boolean))
                .ifeq(end);
        code.aload(iterator).aload(loop).iload(round).aload(CONTEXT).iload(place);
        code.invokestatic(
                Unit.STEPS, "next", MethodTypeDesc.of(CD_Object, ITERATOR, forLoop, CD_int, Unit.CONTEXT, CD_int));
        code.astore(item);
        code.iinc(round, 1);
        body(body);
        code.goto_(top);
        code.labelBinding(end);
    }

    private void declare(String name, int local, int place) {
        code.aload(CONTEXT).loadConstant(name).aload(local);
        code.invokevirtual(
                Unit.CONTEXT, "declare", MethodTypeDesc.of(CD_int, ClassDesc.of("java.lang.String"), CD_Object));
        code.istore(place);
    }

    private int push() {
        int mark = code.allocateLocal(java.lang.classfile.TypeKind.LONG);
        code.aload(CONTEXT)
                .invokevirtual(Unit.CONTEXT, "push", MethodTypeDesc.of(CD_long))
                .lstore(mark);
        return mark;
    }

    private void pop(int mark) {
        code.aload(CONTEXT).lload(mark).invokevirtual(Unit.CONTEXT, "pop", MethodTypeDesc.of(CD_void, CD_long));
    }

    /**
     * Goes into a scope: names it sets hide those outside, and so may names that nodes in it set; those outside are then
     * looked up.
     */
    private void enter(NodeList body, List<String> names) {
        tracked = Unit.mayChangeVariables(body.children())
                ? List.of()
                : tracked.stream().filter(t -> !names.contains(t.name())).toList();
    }

    private void leave(List<Tracked> outside, NodeList body) {
        tracked = outside;
        if (Unit.mayChangeVariables(body.children())) {
            reload();
        }
    }

    /** How much code a body is, roughly in bytes. */
    public static int weight(NodeList body) {
        return Unit.weight(body.children());
    }

    /** Whether one of the nodes may keep something between its runs. */
    public static boolean keepsState(List<Node> nodes) {
        return Unit.keepsState(nodes);
    }

    /** Whether one of the nodes may set variables. */
    public static boolean mayChangeVariables(List<Node> nodes) {
        return Unit.mayChangeVariables(nodes);
    }

    /** The local variable that holds a name, or -1. */
    int local(String name) {
        for (int i = tracked.size() - 1; i >= 0; i--) {
            if (tracked.get(i).name().equals(name)) {
                return tracked.get(i).local();
            }
        }
        return -1;
    }

    int reference() {
        return code.allocateLocal(java.lang.classfile.TypeKind.REFERENCE);
    }

    private int integer() {
        return code.allocateLocal(java.lang.classfile.TypeKind.INT);
    }

    CodeBuilder code() {
        return code;
    }

    void context() {
        code.aload(CONTEXT);
    }

    void out() {
        code.aload(OUT);
    }

    /** Loads an object of the tree. */
    void constant(@Nullable Object value, ClassDesc type) {
        code.loadConstant(unit.constant(Objects.requireNonNull(value), type));
    }
}
