package library;

import static quintet.orm.Aggregates.count;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.orm.Expr;
import quintet.orm.QuerySet;
import quintet.views.ListView;

/** All authors under their letters, with the number of their books. */
class AuthorList extends ListView<Author> {
    private static final Expr<Author, Long> TITLES = count(Author_.books().id).as("titles");

    @Override
    protected QuerySet<Author> queryset(Request request) {
        QuerySet<Author> authors = Author.objects.annotate(TITLES);
        String text = text(request);
        return text.isEmpty()
                ? authors
                : authors.filter(Author_.name.icontains(text).or(Author_.country.icontains(text)));
    }

    private static String text(Request request) {
        return request.query().get("q", "").strip();
    }

    @Override
    protected void context(Request request, Map<String, @Nullable Object> context) throws Exception {
        // Databases order by code point; readers expect Č among the Cs.
        List<Author> authors = queryset(request).list().stream()
                .sorted(Comparator.comparing(author -> author.sortName, Collator.getInstance(Locale.ENGLISH)))
                .toList();
        context.put("author_list", authors);
        context.put("here", "authors");
        context.put("query", text(request));
    }
}
