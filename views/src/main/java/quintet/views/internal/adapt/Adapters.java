package quintet.views.internal.adapt;

import quintet.fields.Choice;
import quintet.fields.FieldFile;
import quintet.forms.FormTemplates;
import quintet.http.Headers;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.Ref;
import quintet.sessions.Message;
import quintet.sessions.Messages;
import quintet.templates.EngineBuilder;
import quintet.templates.ValueAdapter;
import quintet.views.Page;
import quintet.views.Paginator;

/** Gives an engine all the adapters. */
public final class Adapters {
    private Adapters() {}

    /** Registers them. */
    public static void register(EngineBuilder engine) {
        FormTemplates.install(engine)
                .adapter(Request.class, new RequestAdapter())
                .adapter(QueryDict.class, new QueryDictAdapter())
                .adapter(Headers.class, new HeadersAdapter())
                .adapter(Message.class, new MessageAdapter())
                .adapter(Messages.class, new MessagesAdapter());
        add(engine, Page.class, new PageAdapter());
        add(engine, Paginator.class, new PaginatorAdapter());
        add(engine, Queries.class, new QueriesAdapter());
        add(engine, Ref.class, new RefAdapter());
        add(engine, KeyedModel.class, new ModelAdapter());
        add(engine, FieldFile.class, new FileAdapter());
        add(engine, Choice.class, new ChoiceAdapter());
    }

    @SuppressWarnings("unchecked") // an adapter of Page<?> serves all pages
    private static <T> void add(EngineBuilder engine, Class<T> type, ValueAdapter<? extends T> adapter) {
        engine.adapter(type, (ValueAdapter<T>) adapter);
    }
}
