package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.ConstraintState;
import quintet.orm.FieldState;
import quintet.orm.IndexState;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;
import quintet.orm.PostgresOperation;
import quintet.orm.SchemaExpr;
import quintet.orm.internal.meta.ModelRegistry;

/** A migration as Java source, the way a person would write it. */
public final class MigrationWriter {
    private static final String STEP = "        ";

    private final JavaSource source = new JavaSource();

    /** The source of a class in {@code packageName}; {@code header} is a line for its comment, or empty. */
    public String write(Change change, String packageName, String header) {
        return write(change, packageName, header, List.of());
    }

    /** The same for a migration that stands for others. */
    public String write(Change change, String packageName, String header, List<Dependency> replaces) {
        source.use("java.util.List");
        source.use("quintet.orm.Migration");
        source.use("quintet.orm.Operation");
        StringBuilder body = new StringBuilder();
        if (!header.isEmpty()) {
            body.append("/** ").append(header).append(" */\n");
        }
        body.append("public final class M").append(change.name()).append(" extends Migration {\n");
        if (change.initial()) {
            method(body, "boolean initial()", "return true;");
        }
        if (!change.dependencies().isEmpty()) {
            method(
                    body,
                    "List<Dependency> dependencies()",
                    "return List.of("
                            + keys(change.dependencies().stream().sorted().toList()) + ");");
        }
        if (!replaces.isEmpty()) {
            method(body, "List<Dependency> replaces()", "return List.of(" + keys(replaces) + ");");
        }
        method(body, "List<Operation> operations()", operations(change.operations()));
        body.setLength(body.length() - 1);
        body.append("}\n");
        return "package " + packageName + ";\n\n" + imports() + body;
    }

    private String imports() {
        StringBuilder text = new StringBuilder();
        source.staticImports()
                .forEach(i -> text.append("import static ").append(i).append(";\n"));
        text.append('\n');
        source.imports().forEach(i -> text.append("import ").append(i).append(";\n"));
        return text.append('\n').toString();
    }

    private static void method(StringBuilder body, String signature, String code) {
        body.append("    @Override\n    public ").append(signature).append(" {\n        ");
        body.append(code).append("\n    }\n\n");
    }

    private static String keys(List<Dependency> keys) {
        return keys.stream().map(MigrationWriter::key).collect(Collectors.joining(", "));
    }

    private static String key(Dependency d) {
        ModelRegistry.Swappable swappable =
                d.name().equals("__first__") ? ModelRegistry.current().swappableIn(d.app()) : null;
        return swappable == null
                ? "on(" + JavaSource.string(d.app()) + ", " + JavaSource.string(d.name()) + ")"
                : "onSwappable(" + JavaSource.string(swappable.setting()) + ", "
                        + JavaSource.string(swappable.standard()) + ")";
    }

    private String operations(List<Operation> operations) {
        if (operations.isEmpty()) {
            return "return List.of();";
        }
        return "return List.of(\n" + STEP + "        "
                + operations.stream()
                        .map(o -> operation(o, STEP + "        "))
                        .collect(Collectors.joining(",\n" + STEP + "        "))
                + ");";
    }

    private String call(String name, @Nullable Object... arguments) {
        source.useStatic("quintet.orm.Operations." + name);
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(
                    switch (argument) {
                        case IndexState index -> index(index);
                        case ConstraintState constraint -> constraint(constraint);
                        case null, default -> source.value(argument);
                    });
        }
        return name + "(" + String.join(", ", texts) + ")";
    }

    private String operation(Operation operation, String indent) {
        return switch (operation) {
            case Operation.CreateModel o -> createModel(o, indent);
            case Operation.DeleteModel o -> call("deleteModel", o.name());
            case Operation.RenameModel o -> call("renameModel", o.oldName(), o.newName());
            case Operation.AlterModelTable o -> call("alterModelTable", o.name(), o.table());
            case Operation.AlterModelTableComment o -> call("alterModelTableComment", o.name(), o.comment());
            case Operation.AlterUniqueTogether o -> together("alterUniqueTogether", o.name(), o.groups());
            case Operation.AlterIndexTogether o -> together("alterIndexTogether", o.name(), o.groups());
            case Operation.AlterOrderWithRespectTo o -> call("alterOrderWithRespectTo", o.name(), o.field());
            case Operation.AlterModelOptions o -> call("alterModelOptions", o.name(), o.options());
            case Operation.AddField o -> call("addField", o.model(), o.name(), o.field()) + oneOff(o.preserveDefault());
            case Operation.AlterField o ->
                call("alterField", o.model(), o.name(), o.field()) + oneOff(o.preserveDefault());
            case Operation.RemoveField o -> call("removeField", o.model(), o.name());
            case Operation.RenameField o -> call("renameField", o.model(), o.oldName(), o.newName());
            case Operation.AddIndex o -> call("addIndex", o.model(), o.index());
            case Operation.RemoveIndex o -> call("removeIndex", o.model(), o.name());
            case Operation.RenameIndex o -> call("renameIndex", o.model(), o.oldName(), o.newName());
            case Operation.AddConstraint o -> call("addConstraint", o.model(), o.constraint());
            case Operation.RemoveConstraint o -> call("removeConstraint", o.model(), o.name());
            case Operation.AlterConstraint o -> call("alterConstraint", o.model(), o.constraint());
            case Operation.RunSql o -> runSql(o);
            case Operation.RunJava o -> throw unwritable(operation);
            case Operation.SeparateDatabaseAndState o -> throw unwritable(operation);
            case Operation.Custom o -> throw unwritable(operation);
            case PostgresOperation o -> postgres(o);
        };
    }

    private String postgres(PostgresOperation operation) {
        return switch (operation) {
            case PostgresOperation.CreateExtension o -> {
                StringBuilder text = new StringBuilder(own("createExtension", source.value(o.name())));
                o.hints()
                        .forEach((hint, value) -> text.append(".hint(")
                                .append(source.value(hint))
                                .append(", ")
                                .append(source.value(value))
                                .append(")"));
                yield text.toString();
            }
            case PostgresOperation.CreateCollation o ->
                own(
                        "createCollation",
                        source.arguments(List.of(o.name(), o.locale(), o.provider(), o.deterministic())));
            case PostgresOperation.RemoveCollation o ->
                own(
                        "removeCollation",
                        source.arguments(List.of(o.name(), o.locale(), o.provider(), o.deterministic())));
            case PostgresOperation.AddIndexConcurrently o ->
                own("addIndexConcurrently", source.value(o.model()) + ", " + index(o.index()));
            case PostgresOperation.RemoveIndexConcurrently o ->
                own("removeIndexConcurrently", source.arguments(List.of(o.model(), o.name())));
            case PostgresOperation.AddConstraintNotValid o ->
                own("addConstraintNotValid", source.value(o.model()) + ", " + constraint(o.constraint()));
            case PostgresOperation.ValidateConstraint o ->
                own("validateConstraint", source.arguments(List.of(o.model(), o.name())));
        };
    }

    private String own(String name, String arguments) {
        source.useStatic("quintet.orm.PostgresOperations." + name);
        return name + "(" + arguments + ")";
    }

    private static MigrationException unwritable(Operation operation) {
        return new MigrationException("The operation '" + operation.describe()
                + "' contains code, which cannot be written out again; copy it by hand");
    }

    private static String oneOff(boolean preserveDefault) {
        return preserveDefault ? "" : ".withoutDefaultAfterwards()";
    }

    private String together(String name, String model, List<List<String>> groups) {
        source.useStatic("quintet.orm.Operations." + name);
        return name + "(" + source.value(model)
                + groups.stream().map(g -> ", " + source.value(g)).collect(Collectors.joining()) + ")";
    }

    private String runSql(Operation.RunSql o) {
        source.useStatic("quintet.orm.Operations.runSql");
        String text = "runSql(" + source.arguments(o.sql()) + ")";
        return o.reverseSql() == null ? text : text + ".reverse(" + source.arguments(o.reverseSql()) + ")";
    }

    private String createModel(Operation.CreateModel o, String indent) {
        StringBuilder text = new StringBuilder(call("createModel", o.name()));
        String next = "\n" + indent + "        ";
        o.fields()
                .forEach((String name, FieldState field) -> text.append(next)
                        .append(".field(")
                        .append(source.value(name))
                        .append(", ")
                        .append(source.value(field))
                        .append(")"));
        o.options().forEach((name, value) -> option(text, next, name, value));
        if (!o.bases().isEmpty()) {
            text.append(next)
                    .append(".bases(")
                    .append(source.arguments(o.bases()))
                    .append(")");
        }
        return text.toString();
    }

    private void option(StringBuilder text, String next, String name, @Nullable Object value) {
        switch (name) {
            case "db_table" -> setter(text, next, "table", value);
            case "verbose_name" -> setter(text, next, "verboseName", value);
            case "verbose_name_plural" -> setter(text, next, "verboseNamePlural", value);
            case "ordering" ->
                text.append(next)
                        .append(".ordering(")
                        .append(source.arguments((Collection<?>) listOf(value)))
                        .append(")");
            case "unique_together" ->
                listOf(value)
                        .forEach(group -> text.append(next)
                                .append(".uniqueTogether(")
                                .append(source.arguments(listOf(group)))
                                .append(")"));
            case "indexes" ->
                listOf(value)
                        .forEach(i -> text.append(next)
                                .append(".index(")
                                .append(index((IndexState) i))
                                .append(")"));
            case "constraints" ->
                listOf(value)
                        .forEach(c -> text.append(next)
                                .append(".constraint(")
                                .append(constraint((ConstraintState) c))
                                .append(")"));
            default -> {
                if (name.equals("managed") && Boolean.FALSE.equals(value)) {
                    text.append(next).append(".unmanaged()");
                } else if (name.equals("proxy") && Boolean.TRUE.equals(value)) {
                    text.append(next).append(".proxy()");
                } else {
                    text.append(next)
                            .append(".option(")
                            .append(source.value(name))
                            .append(", ");
                    text.append(source.value(value)).append(")");
                }
            }
        }
    }

    private void setter(StringBuilder text, String next, String method, @Nullable Object value) {
        text.append(next)
                .append('.')
                .append(method)
                .append('(')
                .append(source.value(value))
                .append(')');
    }

    private static List<?> listOf(@Nullable Object value) {
        return value instanceof Collection<?> c ? List.copyOf(c) : List.of();
    }

    private String index(IndexState index) {
        source.useStatic("quintet.orm.Operations.index");
        StringBuilder text = new StringBuilder("index(" + source.arguments(index.fields()) + ")");
        index.expressions()
                .forEach(
                        e -> text.append(".expression(").append(source.value(e)).append(")"));
        text.append(".name(").append(source.value(index.name())).append(")");
        if (index.condition() != null) {
            text.append(".condition(").append(source.value(index.condition())).append(")");
        }
        names(text, "include", index.include());
        names(text, "opclasses", index.opclasses());
        if (index.method() != null) {
            source.use("quintet.orm.IndexMethod");
            text.append(".using(").append(IndexSource.method(index.method())).append(")");
        }
        return text.toString();
    }

    private void names(StringBuilder text, String method, List<String> names) {
        if (!names.isEmpty()) {
            text.append('.')
                    .append(method)
                    .append('(')
                    .append(source.arguments(names))
                    .append(')');
        }
    }

    private void exclusion(StringBuilder text, ConstraintState.Exclusion x) {
        text.append(call("exclude", x.name()));
        x.elements()
                .forEach(e -> text.append(".element(")
                        .append(
                                e.expression() instanceof SchemaExpr.F f
                                        ? source.value(f.name())
                                        : source.value(e.expression()))
                        .append(", ")
                        .append(source.value(e.operator()))
                        .append(")"));
        if (!x.indexType().equals("gist")) {
            text.append(".using(").append(source.value(x.indexType())).append(")");
        }
        if (x.condition() != null) {
            text.append(".condition(").append(source.value(x.condition())).append(")");
        }
        if (x.deferrable() != null) {
            source.use("quintet.orm.ConstraintState");
            text.append(".deferrable(ConstraintState.Deferrable.")
                    .append(x.deferrable())
                    .append(")");
        }
        names(text, "include", x.include());
    }

    private String constraint(ConstraintState constraint) {
        StringBuilder text = new StringBuilder();
        switch (constraint) {
            case ConstraintState.Check c -> text.append(call("check", c.name(), c.condition()));
            case ConstraintState.Unique u -> {
                source.useStatic("quintet.orm.Operations.unique");
                text.append("unique(").append(source.value(u.name()));
                u.fields().forEach(f -> text.append(", ").append(source.value(f)));
                text.append(")");
                u.expressions()
                        .forEach(e -> text.append(".expression(")
                                .append(source.value(e))
                                .append(")"));
                if (u.condition() != null) {
                    text.append(".condition(")
                            .append(source.value(u.condition()))
                            .append(")");
                }
                if (u.deferrable() != null) {
                    source.use("quintet.orm.ConstraintState");
                    text.append(".deferrable(ConstraintState.Deferrable.")
                            .append(u.deferrable())
                            .append(")");
                }
                names(text, "include", u.include());
                names(text, "opclasses", u.opclasses());
                if (u.nullsDistinct() != null) {
                    text.append(".nullsDistinct(").append(u.nullsDistinct()).append(")");
                }
            }
            case ConstraintState.Exclusion x -> exclusion(text, x);
        }
        if (constraint.violationErrorCode() != null || constraint.violationErrorMessage() != null) {
            text.append(".violation(")
                    .append(source.value(constraint.violationErrorCode()))
                    .append(", ")
                    .append(source.value(constraint.violationErrorMessage()))
                    .append(")");
        }
        return text.toString();
    }
}
