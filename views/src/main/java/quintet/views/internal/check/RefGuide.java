package quintet.views.internal.check;

import java.lang.reflect.Type;
import quintet.orm.Ref;
import quintet.templates.TemplateChecker;
import quintet.templates.TypeGuide;

/** {@code book.author} is the author. */
public final class RefGuide implements TypeGuide {
    @Override
    public Type value(Type type) {
        return TemplateChecker.argument(type, Ref.class, 0);
    }
}
