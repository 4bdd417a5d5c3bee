package quintet.templates.internal.compile;

import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.templates.Context;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.internal.compile.Emitter.Tracked;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.parse.Variable;
import quintet.templates.internal.values.Lookup;
import quintet.templates.internal.values.Render;

/** One class that is made: its methods, the objects of the tree it refers to, and the places where it can fail. */
final class Unit {
    static final ClassDesc CONTEXT = of(Context.class);
    static final ClassDesc OUTPUT = of(Output.class);
    static final ClassDesc NODE = of(Node.class);
    static final ClassDesc STEPS = of(Steps.class);
    static final ClassDesc RENDER = of(Render.class);
    static final ClassDesc EXPRESSION = of(FilterExpression.class);
    static final ClassDesc VARIABLE = of(Variable.class);
    static final ClassDesc LOOKUP = of(Lookup.class);
    static final ClassDesc RELATION = of(Relation.class);
    static final ClassDesc COMPARISON = of(Comparison.class);
    static final ClassDesc TEST = of(Test.class);
    static final ClassDesc SCOPE = of(Emitter.ScopeSource.class);
    static final ClassDesc LOOP = of(Emitter.LoopSource.class);
    static final ClassDesc BYTES = ClassDesc.ofDescriptor("[B");
    static final ClassDesc PLACES = NODE.arrayType(2);

    /** Sequences above this are cut; HotSpot does not compile methods of 8000 bytes and more. */
    static final int LARGE = 5000;

    /** The parts of a sequence that is cut. */
    static final int PART = 2500;

    /** Bodies above this get methods of their own. */
    static final int BODY = 1500;

    /** A part so small is left where it is. */
    static final int SMALL = 200;

    /** A call of a node. */
    static final int CALL = 20;

    private static final MethodTypeDesc RENDERS = MethodTypeDesc.of(CD_void, CONTEXT, OUTPUT);

    private final ClassDesc name = ClassDesc.of(Unit.class.getPackageName(), "Hot");
    private final List<Object> data = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();
    private final Map<List<Node>, Integer> places = new LinkedHashMap<>();
    private final Map<List<Object>, Method> methods = new LinkedHashMap<>();

    /** A method for a part of the nodes. */
    private record Method(String name, MethodTypeDesc type, List<Node> nodes, List<Tracked> tracked) {}

    private static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** Makes the class of a list. */
    static Made make(NodeList list) {
        return new Unit().make(list.children());
    }

    /** A class file and the objects it refers to. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Made(byte[] bytes, List<Object> data) {}

    private Made make(List<Node> nodes) {
        data.add(new Node[0][]);
        byte[] bytes = ClassFile.of().build(name, to -> {
            to.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).withSuperclass(of(Code.class));
            to.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(of(Code.class), INIT_NAME, MTD_void)
                            .return_());
            String first = method(nodes, List.of(), RENDERS);
            to.withMethodBody(
                    "render",
                    RENDERS,
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(1)
                            .aload(2)
                            .invokestatic(name, first, RENDERS)
                            .return_());
            int done = 0;
            while (done < methods.size()) {
                add(to, new ArrayList<>(methods.values()).get(done++));
            }
        });
        data.set(0, places.keySet().stream().map(p -> p.toArray(Node[]::new)).toArray(Node[][]::new));
        return new Made(bytes, List.copyOf(data));
    }

    private void add(ClassBuilder to, Method method) {
        to.withMethodBody(method.name(), method.type(), ClassFile.ACC_STATIC, code -> {
            List<Tracked> tracked = new ArrayList<>();
            int parameter = 2;
            for (Tracked each : method.tracked()) {
                int local = code.parameterSlot(parameter++);
                tracked.add(new Tracked(each.name(), local, code.parameterSlot(parameter++)));
            }
            new Emitter(this, code, tracked).method(method.nodes());
        });
    }

    ClassDesc name() {
        return name;
    }

    /** The name of the method for some nodes; it is written later. */
    String method(List<Node> nodes, List<Tracked> tracked, MethodTypeDesc type) {
        // The builder may run the code of a method again: then it must find the methods it asked for before.
        List<Object> key = new ArrayList<>(nodes);
        tracked.forEach(t -> key.add(t.name()));
        return methods.computeIfAbsent(
                        key, k -> new Method("part" + methods.size(), type, List.copyOf(nodes), List.copyOf(tracked)))
                .name();
    }

    /** A constant that is an object of the tree. */
    DynamicConstantDesc<?> constant(Object value, ClassDesc type) {
        Integer at = known.get(value);
        if (at == null) {
            at = data.size();
            data.add(value);
            known.put(value, at);
        }
        return DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, type, at);
    }

    /** The number of a place: the node whose code runs, and those around it. */
    int place(Collection<Node> around) {
        return places.computeIfAbsent(List.copyOf(around), k -> places.size());
    }

    /** Loads all places. */
    void places(CodeBuilder code) {
        code.loadConstant(
                DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, PLACES, 0));
    }

    /** How much code nodes are, roughly. */
    static int weight(List<Node> nodes) {
        long weight = 0;
        for (Node node : nodes) {
            weight += weight(node);
        }
        return (int) Math.min(weight, Integer.MAX_VALUE);
    }

    private static int weight(Node node) {
        return node instanceof Compiled known ? Math.min(known.weight(), BODY) : CALL;
    }

    /** Nodes cut into parts of a good size. */
    static List<List<Node>> parts(List<Node> nodes) {
        List<List<Node>> parts = new ArrayList<>();
        List<Node> part = new ArrayList<>();
        for (Node node : nodes) {
            if (weight(part) + weight(node) > PART && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.add(node);
        }
        parts.add(part);
        return parts;
    }

    /** Whether one of the nodes may keep something between its runs. */
    static boolean keepsState(List<Node> nodes) {
        for (Node node : nodes) {
            boolean keeps = node instanceof NodeList list
                    ? keepsState(list.children())
                    : !(node instanceof Compiled known) || known.keepsState();
            if (keeps) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the nodes may set variables. */
    static boolean mayChangeVariables(List<Node> nodes) {
        return nodes.stream().anyMatch(Unit::mayChangeVariables);
    }

    static boolean mayChangeVariables(Node node) {
        if (node instanceof NodeList list) {
            return mayChangeVariables(list.children());
        }
        return !(node instanceof Compiled known) || known.mayChangeVariables();
    }
}
