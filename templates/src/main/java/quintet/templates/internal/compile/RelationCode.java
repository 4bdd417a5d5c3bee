package quintet.templates.internal.compile;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import quintet.templates.internal.values.Accessor.Shape;
import quintet.templates.internal.values.Lookup;

/** The code of a comparison: of numbers without boxing where a member meets a constant, else of two values. */
final class RelationCode {
    private static final ClassDesc RUNTIME_EXCEPTION = ClassDesc.of("java.lang.RuntimeException");

    private final Emitter to;
    private final CodeBuilder code;
    private final Comparison comparison;
    private final int result;

    RelationCode(Emitter to, Comparison comparison) {
        this.to = to;
        this.code = to.code();
        this.comparison = comparison;
        this.result = code.allocateLocal(TypeKind.INT);
    }

    void write() {
        Lookup.Cached member = PathCode.numberMember(comparison.left());
        Number constant = Comparison.constant(comparison);
        if (member != null && constant != null) {
            numbers(member, constant);
        } else {
            values();
        }
        code.iload(result);
    }

    private void numbers(Lookup.Cached member, Number constant) {
        Shape shape = member.accessor().shape();
        boolean whole = shape != Shape.DOUBLE && constant instanceof Long;
        if (shape == Shape.LONG && !whole) {
            values();
            return;
        }
        int current = to.reference();
        Label slow = code.newLabel();
        Label done = code.newLabel();
        String name = comparison.left().variable().name();
        int local = to.local(name);
        if (local >= 0) {
            code.aload(local);
        } else {
            to.context();
            code.loadConstant(name).invokevirtual(Unit.CONTEXT, "lookup", MethodTypeDesc.of(CD_Object, CD_String));
        }
        code.astore(current).aload(current).ifnull(slow);
        code.aload(current).invokevirtual(CD_Object, "getClass", MethodTypeDesc.of(CD_Class));
        to.constant(member.type(), CD_Class);
        code.if_acmpne(slow);
        Label start = code.newBoundLabel();
        to.constant(comparison.relation(), Unit.RELATION);
        to.constant(member.accessor().handle(), CD_MethodHandle);
        code.aload(current);
        code.invokevirtual(CD_MethodHandle, "invokeExact", MethodTypeDesc.of(PathCode.type(shape), CD_Object));
        if (whole) {
            if (shape == Shape.INT) {
                code.i2l();
            }
            code.loadConstant(constant.longValue());
        } else {
            if (shape == Shape.INT) {
                code.i2d();
            }
            code.loadConstant(constant.doubleValue());
        }
        ClassDesc type = whole ? CD_long : CD_double;
        code.invokevirtual(Unit.RELATION, "holds", MethodTypeDesc.of(CD_boolean, type, type));
        code.istore(result).goto_(done);
        Label end = code.newBoundLabel();
        Label handler = code.newBoundLabel();
        // A failing read is judged by the interpreter, which knows what a silent failure means here.
        code.pop();
        code.labelBinding(slow);
        to.constant(comparison, Unit.COMPARISON);
        to.context();
        code.invokeinterface(Unit.COMPARISON, "test", MethodTypeDesc.of(CD_boolean, Unit.CONTEXT));
        code.istore(result);
        code.labelBinding(done);
        code.exceptionCatch(start, end, handler, RUNTIME_EXCEPTION);
    }

    private void values() {
        int left = to.reference();
        int right = to.reference();
        Label done = code.newLabel();
        Label start = code.newBoundLabel();
        to.value(comparison.left());
        code.astore(left);
        to.value(comparison.right());
        code.astore(right);
        to.constant(Objects.requireNonNull(comparison), Unit.COMPARISON);
        code.aload(left).aload(right);
        to.context();
        code.invokeinterface(
                Unit.COMPARISON, "holds", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object, Unit.CONTEXT));
        code.istore(result).goto_(done);
        Label end = code.newBoundLabel();
        Label handler = code.newBoundLabel();
        code.pop().iconst_0().istore(result);
        code.labelBinding(done);
        code.exceptionCatch(start, end, handler, RUNTIME_EXCEPTION);
    }
}
