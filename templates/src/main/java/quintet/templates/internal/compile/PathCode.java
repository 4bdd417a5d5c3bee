package quintet.templates.internal.compile;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.parse.Variable;
import quintet.templates.internal.values.Accessor.Shape;
import quintet.templates.internal.values.Lookup;

/**
 * The code of a dotted variable without filters. Where the interpreter has seen one class at a step, the member is read
 * directly if the value is of that class; any other value goes on in the interpreter from that step.
 */
final class PathCode {
    private static final ClassDesc RUNTIME_EXCEPTION = ClassDesc.of("java.lang.RuntimeException");

    private final Emitter to;
    private final CodeBuilder code;
    private final FilterExpression expression;
    private final Variable variable;
    private final Lookup[] steps;
    private final int current;
    private final List<Slow> slow = new ArrayList<>();
    private boolean finished;

    /** A place where the interpreter goes on: before a step, with a value that is called already or not. */
    private record Slow(Label label, int step, boolean finished) {}

    PathCode(Emitter to, FilterExpression expression) {
        this.to = to;
        this.code = to.code();
        this.expression = expression;
        this.variable = expression.variable();
        this.steps = variable.steps();
        this.current = to.reference();
    }

    /** Writes the value. */
    void write() {
        emit(true);
    }

    /** Leaves the value on the stack, null if there is none. */
    void value() {
        emit(false);
        code.aload(current);
    }

    private void emit(boolean write) {
        base();
        Label done = code.newLabel();
        Label start = code.newBoundLabel();
        int reached = 0;
        boolean ended = false;
        while (reached < steps.length && !ended) {
            Lookup.Cached seen = steps[reached].cached();
            MethodHandle handle = seen == null ? null : seen.accessor().handle();
            boolean last = reached == steps.length - 1;
            if (seen == null
                    || handle == null
                    || !last && isNumber(seen.accessor().shape())) {
                break;
            }
            finish(reached, seen.type());
            guard(seen.type(), reached);
            read(handle, seen.accessor().shape());
            reached++;
            finished = false;
            ended = last && take(seen.accessor().shape(), write);
        }
        code.nop();
        Label end = code.newBoundLabel();
        if (ended) {
            code.goto_(done);
        } else {
            resume(reached, finished, write);
            code.goto_(done);
        }
        for (Slow each : slow) {
            code.labelBinding(each.label());
            resume(each.step(), each.finished(), write);
            code.goto_(done);
        }
        failed(start, end, write);
        code.labelBinding(done);
    }

    private void base() {
        int local = to.local(variable.name());
        if (local >= 0) {
            code.aload(local);
        } else {
            to.context();
            code.loadConstant(variable.name());
            code.invokevirtual(Unit.CONTEXT, "lookup", MethodTypeDesc.of(CD_Object, CD_String));
        }
        code.astore(current);
    }

    /** Calls the value if values of the class that comes may have to be called. */
    private void finish(int step, Class<?> type) {
        Class<?> plain = step == 0 ? variable.plain() : steps[step - 1].plain();
        if (plain == type) {
            return;
        }
        ClassDesc owner = step == 0 ? Unit.VARIABLE : Unit.LOOKUP;
        to.constant(step == 0 ? variable : steps[step - 1], owner);
        code.aload(current);
        to.context();
        code.invokevirtual(owner, "finished", MethodTypeDesc.of(CD_Object, CD_Object, Unit.CONTEXT));
        code.astore(current);
        finished = true;
    }

    private void guard(Class<?> type, int step) {
        Label other = code.newLabel();
        slow.add(new Slow(other, step, finished));
        code.aload(current).ifnull(other);
        code.aload(current).invokevirtual(CD_Object, "getClass", MethodTypeDesc.of(CD_Class));
        to.constant(type, CD_Class);
        code.if_acmpne(other);
    }

    private void read(MethodHandle handle, Shape shape) {
        to.constant(handle, CD_MethodHandle);
        code.aload(current);
        code.invokevirtual(CD_MethodHandle, "invokeExact", MethodTypeDesc.of(type(shape), CD_Object));
        if (!isNumber(shape)) {
            code.astore(current);
        }
    }

    static boolean isNumber(Shape shape) {
        return shape == Shape.INT || shape == Shape.LONG || shape == Shape.DOUBLE;
    }

    static ClassDesc type(Shape shape) {
        return switch (shape) {
            case INT -> CD_int;
            case LONG -> CD_long;
            case DOUBLE -> CD_double;
            case TEXT, OBJECT -> CD_Object;
        };
    }

    /** Uses the value of the last step; false if it is left to the interpreter, as it may be anything. */
    private boolean take(Shape shape, boolean write) {
        if (shape == Shape.OBJECT) {
            return false;
        }
        if (!write) {
            if (isNumber(shape)) {
                box(shape);
                code.astore(current);
            }
            return true;
        }
        if (shape == Shape.TEXT) {
            code.aload(current).checkcast(CD_String);
        }
        to.context();
        to.out();
        code.invokestatic(
                Unit.RENDER,
                shape == Shape.TEXT ? "text" : "number",
                MethodTypeDesc.of(CD_void, shape == Shape.TEXT ? CD_String : type(shape), Unit.CONTEXT, Unit.OUTPUT));
        return true;
    }

    private void box(Shape shape) {
        ClassDesc box = ClassDesc.of(
                switch (shape) {
                    case INT -> "java.lang.Integer";
                    case LONG -> "java.lang.Long";
                    default -> "java.lang.Double";
                });
        code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type(shape)));
    }

    private void resume(int step, boolean done, boolean write) {
        to.constant(expression, Unit.EXPRESSION);
        code.loadConstant(step).loadConstant(done ? 1 : 0).aload(current);
        to.context();
        if (write) {
            to.out();
            code.invokevirtual(
                    Unit.EXPRESSION,
                    "writeFrom",
                    MethodTypeDesc.of(CD_void, CD_int, CD_boolean, CD_Object, Unit.CONTEXT, Unit.OUTPUT));
        } else {
            code.invokevirtual(
                    Unit.EXPRESSION,
                    "valueFrom",
                    MethodTypeDesc.of(CD_Object, CD_int, CD_boolean, CD_Object, Unit.CONTEXT));
            code.astore(current);
        }
    }

    /** What happens if reading fails; the interpreter has a handler of its own for what it does. */
    private void failed(Label start, Label end, boolean write) {
        Label handler = code.newBoundLabel();
        int e = to.reference();
        code.astore(e).aload(e);
        to.context();
        if (write) {
            to.out();
            code.invokestatic(
                    Unit.STEPS, "silenced", MethodTypeDesc.of(CD_void, RUNTIME_EXCEPTION, Unit.CONTEXT, Unit.OUTPUT));
        } else {
            code.invokestatic(Unit.LOOKUP, "silenced", MethodTypeDesc.of(CD_Object, RUNTIME_EXCEPTION, Unit.CONTEXT));
            code.astore(current);
        }
        code.exceptionCatch(start, end, handler, RUNTIME_EXCEPTION);
    }

    /** Whether a variable is one member that is a number and read directly, and of which class. */
    static Lookup.@Nullable Cached numberMember(FilterExpression expression) {
        Variable variable = expression.variable();
        if (expression.hasFilters() || variable.isConstant() || variable.steps().length != 1) {
            return null;
        }
        Lookup.Cached seen = variable.steps()[0].cached();
        boolean direct = seen != null
                && seen.type() == variable.plain()
                && seen.accessor().handle() != null
                && isNumber(seen.accessor().shape());
        return direct ? seen : null;
    }
}
