package quintet.dev.internal.compile;

import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.Digest;

/**
 * What of a compiled class matters to others. All but names and constants are digests.
 *
 * @param name the class's internal name, with slashes
 * @param parents internal names of its superclass and its interfaces
 * @param isAbstract whether no object can be made of it
 * @param bytes the whole class file
 * @param api everything another class may have compiled against: supertypes, members that are not private, annotations
 * @param constants the constants that are not private, which the compiler copies into other classes: a name and a digest of the
 *     value, as {@code TAX=1f2e}
 * @param schema everything a running JVM can not change in a class: its fields, methods and supertypes, private ones too
 * @param references internal names of the classes it names
 */
record ClassShape(
        String name,
        Set<String> parents,
        boolean isAbstract,
        String bytes,
        String api,
        Set<String> constants,
        String schema,
        Set<String> references) {
    private static final int SHORT_DIGEST = 12;

    /** Reads a class file. */
    static ClassShape of(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        List<String> api = new ArrayList<>();
        List<String> constants = new ArrayList<>();
        List<String> schema = new ArrayList<>();
        String head = head(model);
        api.add(head);
        schema.add(head);
        for (FieldModel field : model.fields()) {
            String text = field(field);
            schema.add(text);
            if (!field.flags().has(AccessFlag.PRIVATE)) {
                api.add(text);
                field.findAttribute(Attributes.constantValue())
                        .ifPresent(value -> constants.add(field.fieldName().stringValue() + "="
                                + Digest.of(String.valueOf(value.constant().constantValue()))
                                        .substring(0, SHORT_DIGEST)));
            }
        }
        for (MethodModel method : model.methods()) {
            String text = method(method);
            schema.add(text);
            if (method.methodName().equalsString("<clinit>")) {
                // It ran when the class was loaded and will not run again, so new code in it needs a new process.
                schema.add(instructions(method));
            }
            boolean hidden =
                    method.flags().has(AccessFlag.PRIVATE) || method.flags().has(AccessFlag.SYNTHETIC);
            if (!hidden) {
                api.add(text);
            }
        }
        return new ClassShape(
                model.thisClass().asInternalName(),
                parents(model),
                model.flags().has(AccessFlag.ABSTRACT),
                new Digest().add(bytes).toString(),
                digest(api),
                Set.copyOf(constants),
                digest(schema),
                references(model));
    }

    private static String head(ClassModel model) {
        return model.flags().flagsMask() + " " + model.thisClass().asInternalName() + " extends "
                + model.superclass().map(ClassEntry::asInternalName).orElse("") + " implements "
                + model.interfaces().stream().map(ClassEntry::asInternalName).toList()
                + model.findAttribute(Attributes.signature())
                        .map(signature -> signature.signature().stringValue())
                        .orElse("")
                + model.findAttribute(Attributes.permittedSubclasses())
                        .map(permitted -> permitted.permittedSubclasses().stream()
                                .map(ClassEntry::asInternalName)
                                .toList()
                                .toString())
                        .orElse("")
                + model.findAttribute(Attributes.record())
                        .map(record -> record.components().stream()
                                .map(component -> component.name().stringValue()
                                        + component.descriptor()
                                        + annotations(component))
                                .toList()
                                .toString())
                        .orElse("")
                + annotations(model);
    }

    private static Set<String> parents(ClassModel model) {
        Set<String> parents = new HashSet<>();
        model.superclass().ifPresent(parent -> parents.add(parent.asInternalName()));
        model.interfaces().forEach(parent -> parents.add(parent.asInternalName()));
        return parents;
    }

    private static String field(FieldModel field) {
        return "field " + field.flags().flagsMask() + " " + field.fieldName() + " " + field.fieldType()
                + field.findAttribute(Attributes.signature())
                        .map(signature -> signature.signature().stringValue())
                        .orElse("")
                + annotations(field);
    }

    private static String method(MethodModel method) {
        return "method " + method.flags().flagsMask() + " " + method.methodName() + method.methodType()
                + method.findAttribute(Attributes.signature())
                        .map(signature -> signature.signature().stringValue())
                        .orElse("")
                + method.findAttribute(Attributes.exceptions())
                        .map(exceptions -> exceptions.exceptions().stream()
                                .map(ClassEntry::asInternalName)
                                .toList()
                                .toString())
                        .orElse("")
                + annotations(method);
    }

    /** What a method does, without line numbers and without places in the constant pool, which shift. */
    private static String instructions(MethodModel method) {
        Map<Label, Integer> labels = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (CodeElement element : method.code().orElseThrow()) {
            switch (element) {
                case BranchInstruction branch ->
                    text.append(branch.opcode())
                            .append(' ')
                            .append(labels.computeIfAbsent(branch.target(), label -> labels.size()));
                case LabelTarget target ->
                    text.append("label ").append(labels.computeIfAbsent(target.label(), label -> labels.size()));
                case ConstantInstruction constant ->
                    text.append(constant.opcode()).append(' ').append(constant.constantValue());
                case Instruction instruction -> text.append(instruction);
                default -> {}
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Those that stay at run time and those that stay in the class file: processors of other classes read both. */
    private static String annotations(AttributedElement element) {
        List<Annotation> all = new ArrayList<>();
        element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .ifPresent(found -> all.addAll(found.annotations()));
        element.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .ifPresent(found -> all.addAll(found.annotations()));
        return all.isEmpty() ? "" : all.toString();
    }

    /** Class entries and every descriptor or signature in the constant pool: more than is named, never less. */
    private static Set<String> references(ClassModel model) {
        Set<String> names = new HashSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                names.add(stripArray(type.asInternalName()));
            } else if (entry instanceof Utf8Entry text) {
                descriptors(text.stringValue(), names);
            }
        }
        names.remove(model.thisClass().asInternalName());
        return Set.copyOf(names);
    }

    private static String stripArray(String name) {
        int start = name.lastIndexOf('[') + 1;
        return start > 0 && name.endsWith(";") ? name.substring(start + 1, name.length() - 1) : name;
    }

    private static void descriptors(String text, Set<String> names) {
        for (int at = text.indexOf('L'); at >= 0; at = text.indexOf('L', at + 1)) {
            int end = at + 1;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && end > at + 1 && (text.charAt(end) == ';' || text.charAt(end) == '<')) {
                names.add(text.substring(at + 1, end));
            }
        }
    }

    private static boolean isNamePart(char c) {
        return c == '/' || c == '$' || Character.isJavaIdentifierPart(c);
    }

    /** The names of constants that one of two shapes has and the other has not, or with another value. */
    static Set<String> changedConstants(@Nullable ClassShape old, @Nullable ClassShape fresh) {
        Set<String> before = old == null ? Set.of() : old.constants();
        Set<String> after = fresh == null ? Set.of() : fresh.constants();
        Set<String> names = new HashSet<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> names.add(constantName(line)));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> names.add(constantName(line)));
        return names;
    }

    private static String constantName(String line) {
        return line.substring(0, line.indexOf('='));
    }

    private static String digest(List<String> parts) {
        return Digest.of(String.join("\n", parts.stream().sorted().toList()));
    }
}
