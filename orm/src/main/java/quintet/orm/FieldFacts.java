package quintet.orm;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.Choices;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.OnDelete;
import quintet.orm.internal.meta.DefaultValues;
import quintet.orm.internal.meta.Names;

/** What the declaration of a field says by itself, whatever the model around it. */
public abstract sealed class FieldFacts permits FieldMeta {
    private final FieldDeclaration declaration;
    private final String djangoName;

    FieldFacts(FieldDeclaration declaration) {
        this.declaration = declaration;
        this.djangoName = Names.column(declaration.name());
    }

    /** Whether the field was made by Quintet rather than declared. Django's {@code auto_created}. */
    public boolean isMade() {
        return declaration.flag("made", false);
    }

    /** What the annotation said. */
    public FieldDeclaration declaration() {
        return declaration;
    }

    /** The name in lookups: the Java name. */
    public String name() {
        return declaration.name();
    }

    /** The name as Django would write it: {@code in_print} for {@code inPrint}. */
    public String djangoName() {
        return djangoName;
    }

    /** The kind of field. */
    public FieldKind kind() {
        return declaration.kind();
    }

    /** Whether validation accepts no value. A boolean may always be left out of a form. */
    public boolean isBlank() {
        return declaration.flag("blank", false);
    }

    /** Whether the declaration makes it (part of) the primary key. */
    boolean isDeclaredKey() {
        return declaration.flag("primaryKey", false);
    }

    /** Whether the value is the moment of the last save. */
    public boolean isAutoNow() {
        return declaration.flag("autoNow", false);
    }

    /** Whether the value is the moment of the first save. */
    public boolean isAutoNowAdd() {
        return declaration.flag("autoNowAdd", false);
    }

    /** The largest number of characters; -1: no limit. */
    public int maxLength() {
        int given = declaration.integer("maxLength", -1);
        return given < 0 && kind() == FieldKind.CHAR && choices() != null
                ? DefaultValues.longestChoice(choices())
                : given;
    }

    /** The digits of a decimal; -1: not limited. */
    public int maxDigits() {
        return declaration.integer("maxDigits", -1);
    }

    /** The decimal places of a decimal; -1: not limited. */
    public int decimalPlaces() {
        return declaration.integer("decimalPlaces", -1);
    }

    /** What people call it. */
    public String verboseName() {
        String given = declaration.text("verboseName");
        if (!given.isEmpty()) {
            return given;
        }
        return kind().isAuto() && name().equals("id") ? "ID" : Names.words(name());
    }

    /** A hint for people. */
    public String helpText() {
        return declaration.text("helpText");
    }

    /** The Java type. */
    public Class<?> javaType() {
        return declaration.type();
    }

    /** The enum of the choices, or null. */
    @SuppressWarnings("unchecked") // the annotation takes enum classes
    public @Nullable Class<? extends Enum<?>> choices() {
        return (Class<? extends Enum<?>>) declaration.value("choices", Class.class);
    }

    /** What is offered now, in groups; empty if any value will do. A callable ({@code choicesFrom}) is asked each time. */
    public ChoiceList choiceList() {
        ChoiceList list = ChoiceSource.of(declaration);
        return list == null ? ChoiceList.EMPTY : list;
    }

    /** Whether the value must be one of those offered. */
    public boolean hasChoices() {
        return declaration.has("choices") || declaration.has("choicesFrom");
    }

    /** The stored values and labels to choose from, those in groups too; empty if any value will do. Django's {@code flatchoices}. */
    public List<Choices.Pair> choicePairs() {
        return choiceList().pairs();
    }

    /** The label of a value among the choices; of another value its text, "" for none. */
    public String label(@Nullable Object value) {
        Object shown = shown(value);
        return shown == null ? "" : shown.toString();
    }

    /** The label of a value among the choices, else the value itself. Django's {@code get_status_display}. */
    public @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Enum<?> constant && !declaration.has("choicesFrom")) {
            return Choices.labelOf(constant);
        }
        Choices.Pair pair = hasChoices() ? choiceList().find(value == null ? "" : value) : null;
        if (pair != null) {
            return pair.label();
        }
        return value instanceof Enum<?> constant ? Choices.labelOf(constant) : value;
    }

    /** The supplier that makes the default, or null. */
    @SuppressWarnings("unchecked") // the annotation takes suppliers
    public @Nullable Class<? extends Supplier<?>> defaultSupplier() {
        return (Class<? extends Supplier<?>>) declaration.value("default", Class.class);
    }

    /** Whether it is the other end of another model's relation. */
    public boolean isBack() {
        return declaration.has("reverse");
    }

    /** Whether it leads to another model. */
    public boolean isRelation() {
        return kind().isRelation();
    }

    /** What happens here when the row pointed to is deleted. */
    public OnDelete onDelete() {
        return Objects.requireNonNullElse(declaration.value("onDelete", OnDelete.class), OnDelete.CASCADE);
    }

    /** Whether the database enforces the reference. */
    public boolean isConstrained() {
        return declaration.flag("dbConstraint", true);
    }

    /** The name of the way back: {@code relatedName}, else the name declared with {@code @Reverse}, else "". */
    public String relatedName() {
        return declaration.text("relatedName");
    }
}
