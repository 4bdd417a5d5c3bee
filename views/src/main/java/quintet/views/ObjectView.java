package quintet.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.core.NotFound;
import quintet.http.Key;
import quintet.http.Request;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.views.internal.Models;

/**
 * A view of one object, found by its key or its slug in the path. Django's {@code SingleObjectMixin}.
 *
 * @param <M> the model
 * @param <S> the kind of view
 */
public abstract class ObjectView<M extends KeyedModel<?>, S> extends RenderedView<S> {
    private @Nullable QuerySet<M> queryset;
    private @Nullable Class<M> model;
    private @Nullable String contextName;
    private String pkName = "pk";
    private String slugName = "slug";
    private String slugField = "slug";
    private boolean pkAndSlug;
    private Key<M> objectKey = Key.of("_object");

    /** For subclasses that name their model as type argument, or override {@link #queryset}. */
    protected ObjectView() {}

    /** Finds the object among these. */
    public S queryset(Queries<M> among) {
        return objectOption(v -> {
            v.queryset = among.all();
            v.model = among.all().type();
        });
    }

    /** Finds the object among all of this model. */
    final S model(Class<M> type) {
        return objectOption(v -> v.model = type);
    }

    /** Calls the object so in the context, beside {@code object}. Django's {@code context_object_name}. */
    public S contextName(String name) {
        return objectOption(v -> v.contextName = name);
    }

    /** The name the path gives the key; by default {@code pk}, or the name of the key's field. Django's {@code pk_url_kwarg}. */
    public S pkName(String name) {
        return objectOption(v -> v.pkName = name);
    }

    /** The name the path gives the slug, and the field it is compared with. Django's {@code slug_url_kwarg} and {@code slug_field}. */
    public S slug(String pathName, String field) {
        return objectOption(v -> {
            v.slugName = pathName;
            v.slugField = field;
        });
    }

    /** Compares the slug too when the path has a key. Django's {@code query_pk_and_slug}. */
    public S pkAndSlug() {
        return objectOption(v -> v.pkAndSlug = true);
    }

    @SuppressWarnings("unchecked") // option() gives this class's own kind
    final S objectOption(java.util.function.Consumer<ObjectView<M, S>> change) {
        return option(v -> {
            ObjectView<M, S> view = (ObjectView<M, S>) v;
            view.objectKey = Key.of("_object");
            change.accept(view);
        });
    }

    /** The objects to find one among. Django's {@code get_queryset}. */
    protected QuerySet<M> queryset(Request request) {
        return queryset != null ? queryset : Models.all(model());
    }

    /** The model: that of the query set, or the type argument of the class. */
    protected Class<M> model() {
        Class<M> known = model;
        if (known == null) {
            known = Models.typeArgument(this, ObjectView.class);
            model = known;
        }
        return known;
    }

    final ModelMeta<M> meta() {
        return ModelMeta.of(model());
    }

    /**
     * The object of a request; found once, then kept for the request.
     *
     * @throws NotFound if there is none
     */
    public final M object(Request request) throws Exception {
        M known = request.get(objectKey);
        if (known == null) {
            known = Objects.requireNonNull(findObject(request));
            request.set(objectKey, known);
        }
        return known;
    }

    /** Finds the object. Django's {@code get_object}; call {@link #object} to have it. */
    protected M findObject(Request request) throws Exception {
        return find(request, queryset(request));
    }

    final M find(Request request, QuerySet<M> among) {
        Object pk = pk(request);
        Object slug = kwarg(request, slugName);
        QuerySet<M> found = among;
        if (pk != null) {
            found = found.filter("pk", pk);
        }
        if (slug != null && (pk == null || pkAndSlug)) {
            found = found.filter(slugField, slug);
        }
        if (pk == null && slug == null) {
            throw new ImproperlyConfigured(this + " finds its object by a key or a slug in the path, but "
                    + request.match().pattern() + " captures neither. Write path(\"books/<pk>/\", INT, ...), or"
                    + " say how they are called: .pkName(\"number\"), .slug(\"name\", \"slug\").");
        }
        List<M> objects = found.slice(0, 2).list();
        if (objects.isEmpty()) {
            throw new NotFound("No " + meta().verboseName() + " found matching the query");
        }
        if (objects.size() > 1) {
            throw new IllegalStateException(
                    this + " found more than one " + meta().verboseName() + " for " + request.path());
        }
        return objects.getFirst();
    }

    private @Nullable Object pk(Request request) {
        Object pk = kwarg(request, pkName);
        return pk == null && pkName.equals("pk") ? kwarg(request, meta().key().name()) : pk;
    }

    /** The object by its names, for the context. */
    final Map<String, @Nullable Object> objectContext(@Nullable M object) {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        if (object != null) {
            context.put("object", object);
            context.put(contextName != null ? contextName : meta().modelName(), object);
        }
        return context;
    }

    /** The end of the template's name by convention, such as {@code _detail}. */
    abstract String templateSuffix();

    @Override
    List<String> usualTemplates(Request request) {
        List<String> names = new ArrayList<>(1);
        names.add(meta().appLabel() + "/" + meta().modelName() + templateSuffix() + ".html");
        return names;
    }
}
