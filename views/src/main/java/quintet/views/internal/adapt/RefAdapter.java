package quintet.views.internal.adapt;

import quintet.orm.Ref;
import quintet.templates.ValueAdapter;

/** {@code book.author} is the author, loaded when a template reaches it. */
final class RefAdapter implements ValueAdapter<Ref<?>> {
    @Override
    public Call call(Ref<?> ref) {
        return new Call.Result(ref::getOrNull);
    }

    @Override
    public boolean truth(Ref<?> ref) {
        return ref.isPresent();
    }
}
