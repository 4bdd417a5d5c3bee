package quintet.views.internal.check;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.Site;

/**
 * The names that queries of a site's apps give to expressions: {@code count(Author_.books()).as("titles")}. They are read from
 * the code of the apps, as the type of a row does not tell what a query adds to it. Read when first needed.
 */
public final class AnnotationNames implements Supplier<Set<String>> {
    private static final String OWNERS = "quintet/orm/";

    private final Site site;
    private @Nullable Set<String> names;

    /** The names in the apps of a site. */
    public AnnotationNames(Site site) {
        this.site = site;
    }

    @Override
    public Set<String> get() {
        Set<String> known = names;
        if (known == null) {
            known = new HashSet<>();
            for (App app : site.apps()) {
                read(app, known);
            }
            names = known;
        }
        return known;
    }

    private static void read(App app, Set<String> into) {
        try {
            for (String name : app.resources("")) {
                if (name.endsWith(".class")) {
                    try (InputStream in = app.resource(name)) {
                        if (in != null) {
                            read(ClassFile.of().parse(in.readAllBytes()), into);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // what cannot be read names nothing; the application itself would say more
        }
    }

    private static void read(ClassModel type, Set<String> into) {
        for (MethodModel method : type.methods()) {
            CodeModel code = method.code().orElse(null);
            if (code == null) {
                continue;
            }
            String constant = null;
            for (CodeElement element : code) {
                if (element instanceof ConstantInstruction load) {
                    constant = load.constantValue() instanceof String text ? text : null;
                } else if (element instanceof InvokeInstruction call) {
                    if (constant != null && names(call)) {
                        into.add(constant);
                    }
                    constant = null;
                }
            }
        }
    }

    private static boolean names(InvokeInstruction call) {
        return call.name().equalsString("as")
                && call.owner().asInternalName().startsWith(OWNERS)
                && call.type().stringValue().startsWith("(Ljava/lang/String;)");
    }
}
