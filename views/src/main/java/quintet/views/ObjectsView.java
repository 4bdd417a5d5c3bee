package quintet.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.NotFound;
import quintet.http.Request;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Order;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.views.internal.Models;

/**
 * A view of many objects, in pages if asked. Django's {@code MultipleObjectMixin}.
 *
 * @param <M> the model
 * @param <S> the kind of view
 */
public abstract class ObjectsView<M extends KeyedModel<?>, S> extends RenderedView<S> {
    private @Nullable QuerySet<M> queryset;
    private @Nullable Class<M> model;
    private @Nullable String contextName;
    private List<Order<M>> ordering = List.of();
    private int pageSize;
    private int orphans;
    private String pageName = "page";
    private boolean allowEmpty = true;

    /** For subclasses that name their model as type argument, or override {@link #queryset}. */
    protected ObjectsView() {}

    /** Makes an empty list answer 404 by default. */
    final void emptyIsNotFound() {
        allowEmpty = false;
    }

    /** Shows these objects; they are read anew for each request. */
    public S queryset(Queries<M> objects) {
        return listOption(v -> {
            v.queryset = objects.all();
            v.model = objects.all().type();
        });
    }

    /** Shows so many objects a page. Django's {@code paginate_by}. */
    public S paginateBy(int perPage) {
        return listOption(v -> v.pageSize = perPage);
    }

    /** Joins a last page of this many objects or fewer to the one before. Django's {@code paginate_orphans}. */
    public S orphans(int most) {
        return listOption(v -> v.orphans = most);
    }

    /** The name of the page number in the path or the query string. Default {@code page}. Django's {@code page_kwarg}. */
    public S pageName(String name) {
        return listOption(v -> v.pageName = name);
    }

    /** Orders the objects. Django's {@code ordering}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S ordering(Order<M>... orders) {
        List<Order<M>> all = List.of(orders);
        return listOption(v -> v.ordering = all);
    }

    /** Whether an empty list is shown rather than answered by 404. Django's {@code allow_empty}. */
    public S allowEmpty(boolean allow) {
        return listOption(v -> v.allowEmpty = allow);
    }

    /** Calls the objects so in the context, beside {@code object_list}. Django's {@code context_object_name}. */
    public S contextName(String name) {
        return listOption(v -> v.contextName = name);
    }

    @SuppressWarnings("unchecked") // option() gives this class's own kind
    final S listOption(java.util.function.Consumer<ObjectsView<M, S>> change) {
        return option(v -> change.accept((ObjectsView<M, S>) v));
    }

    /** The objects to show. Django's {@code get_queryset}. */
    protected QuerySet<M> queryset(Request request) throws Exception {
        return queryset != null ? queryset : Models.all(model());
    }

    /** The order of the objects; none leaves that of the query set. Django's {@code get_ordering}. */
    protected List<Order<M>> ordering(Request request) {
        return ordering;
    }

    /** How many objects a page holds; 0 for no pages. Django's {@code get_paginate_by}. */
    protected int pageSize(Request request) {
        return pageSize;
    }

    /** Cuts the objects into pages. Django's {@code get_paginator}. */
    protected Paginator<M> paginator(Request request, QuerySet<M> objects, int perPage) {
        return Paginator.of(objects, perPage).orphans(orphans).allowEmptyFirstPage(allowsEmpty(request));
    }

    /** Whether an empty list is shown. Django's {@code get_allow_empty}. */
    protected boolean allowsEmpty(Request request) {
        return allowEmpty;
    }

    /** The model: that of the query set, or the type argument of the class. */
    protected Class<M> model() {
        Class<M> known = model;
        if (known == null) {
            known = Models.typeArgument(this, ObjectsView.class);
            model = known;
        }
        return known;
    }

    final ModelMeta<M> meta() {
        return ModelMeta.of(model());
    }

    final QuerySet<M> ordered(Request request) throws Exception {
        QuerySet<M> objects = queryset(request);
        List<Order<M>> orders = ordering(request);
        return orders.isEmpty() ? objects : objects.orderBy(orders);
    }

    final void refuseEmpty(Request request, QuerySet<M> objects) {
        if (!allowsEmpty(request) && !objects.exists()) {
            throw new NotFound("Empty list and “" + this + ".allow_empty” is False.");
        }
    }

    /** The objects by their names, with the page, for the context. */
    final Map<String, @Nullable Object> listContext(Request request, QuerySet<M> objects) {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        int size = pageSize(request);
        Object shown = objects;
        if (size > 0) {
            Page<M> page = page(request, paginator(request, objects, size));
            shown = page.items();
            context.put("paginator", page.paginator());
            context.put("page_obj", page);
            context.put("is_paginated", page.hasOtherPages());
        } else {
            context.put("paginator", null);
            context.put("page_obj", null);
            context.put("is_paginated", false);
        }
        context.put("object_list", shown);
        context.put(contextName != null ? contextName : usualContextName(), shown);
        return context;
    }

    String usualContextName() {
        return meta().modelName() + "_list";
    }

    private Page<M> page(Request request, Paginator<M> paginator) {
        Object asked = kwarg(request, pageName);
        if (asked == null) {
            asked = request.query().get(pageName, "1");
        }
        if (asked.equals("last")) {
            asked = paginator.numPages();
        }
        try {
            return paginator.page(asked);
        } catch (PageNotAnInteger e) {
            throw new NotFound("Page is not “last”, nor can it be converted to an int.");
        } catch (EmptyPage e) {
            throw new NotFound("Invalid page (" + asked + "): " + e.getMessage());
        }
    }

    /** The end of the template's name by convention, such as {@code _list}. */
    abstract String templateSuffix();

    @Override
    List<String> usualTemplates(Request request) {
        return List.of(meta().appLabel() + "/" + meta().modelName() + templateSuffix() + ".html");
    }
}
