package library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.http.QueryDict;
import quintet.orm.QuerySet;

/**
 * What a reader asks the list of books for, read from the query string. What it does not know it leaves out, so that an
 * old link shows more books rather than an error.
 */
record Catalogue(
        QueryDict query,
        String text,
        @Nullable Tag subject,
        @Nullable Era era,
        @Nullable Language language,
        @Nullable Integer from,
        @Nullable Integer to,
        Sort sort) {

    /** An order of the list. */
    enum Sort {
        TITLE("Title"),
        OLDEST("Oldest first"),
        NEWEST("Newest first"),
        AUTHOR("Author");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        QuerySet<Book> apply(QuerySet<Book> books) {
            return switch (this) {
                case TITLE -> books.orderBy(Book_.title.asc(), Book_.year.asc());
                case OLDEST -> books.orderBy(Book_.year.asc(), Book_.title.asc());
                case NEWEST -> books.orderBy(Book_.year.desc(), Book_.title.asc());
                case AUTHOR -> books.orderBy(Book_.author().sortName.asc(), Book_.year.asc());
            };
        }

        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One choice of a filter. */
    record Option(String value, String label) {}

    /** A filter as the page shows it. */
    record Filter(String name, String label, String value, List<Option> options) {}

    /** A filter in use, with the address of the list without it. */
    record Chosen(String label, String without) {}

    static Catalogue of(QueryDict query) {
        return new Catalogue(
                query,
                query.get("q", "").strip(),
                Tag.objects
                        .filter(Tag_.slug.eq(query.get("subject", "")))
                        .first()
                        .orElse(null),
                pick(Era.values(), era -> era.slug().equals(query.get("era", "")))
                        .orElse(null),
                pick(Language.values(), language -> language.value().equals(query.get("language", "")))
                        .orElse(null),
                year(query.get("from", "")),
                year(query.get("to", "")),
                pick(Sort.values(), sort -> sort.slug().equals(query.get("sort", "")))
                        .orElse(Sort.TITLE));
    }

    private static <E> Optional<E> pick(E[] values, Predicate<E> wanted) {
        return Arrays.stream(values).filter(wanted).findFirst();
    }

    private static @Nullable Integer year(String text) {
        return text.matches("-?[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    /** The books asked for, with their authors. */
    // region: queries
    QuerySet<Book> books() {
        QuerySet<Book> books = Book.objects.selectRelated(Book_.author());
        for (String word : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            books = books.filter(Book_.title
                    .icontains(word)
                    .or(Book_.originalTitle.icontains(word))
                    .or(Book_.author().name.icontains(word)));
        }
        if (subject != null) {
            books = books.filter(Book_.tags().id.eq(subject.id));
        }
        if (era != null) {
            books = books.filter(Book_.year.between(era.from(), era.to()));
        }
        if (language != null) {
            books = books.filter(Book_.language.eq(language));
        }
        if (from != null) {
            books = books.filter(Book_.year.gte(from));
        }
        if (to != null) {
            books = books.filter(Book_.year.lte(to));
        }
        return sort.apply(books);
    }
    // endregion

    /** The filters for the form. */
    List<Filter> filters() {
        return List.of(
                filter(
                        "subject",
                        "Subject",
                        subject == null ? "" : subject.slug,
                        "All subjects",
                        Tag.objects.all().list().stream().map(tag -> new Option(tag.slug, tag.name))),
                filter(
                        "era",
                        "Time",
                        era == null ? "" : era.slug(),
                        "All times",
                        Arrays.stream(Era.values()).map(one -> new Option(one.slug(), one.label()))),
                filter(
                        "language",
                        "Language",
                        language == null ? "" : language.value(),
                        "All languages",
                        Arrays.stream(Language.values()).map(one -> new Option(one.value(), one.label()))),
                new Filter(
                        "sort",
                        "Sorted by",
                        sort.slug(),
                        Arrays.stream(Sort.values())
                                .map(one -> new Option(one.slug(), one.label))
                                .toList()));
    }

    private static Filter filter(String name, String label, String value, String all, Stream<Option> options) {
        return new Filter(
                name,
                label,
                value,
                Stream.concat(Stream.of(new Option("", all)), options).toList());
    }

    /** The filters in use. */
    List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        if (!text.isEmpty()) {
            chosen.add(chosen("“" + text + "”", "q"));
        }
        if (subject != null) {
            chosen.add(chosen(subject.name, "subject"));
        }
        if (era != null) {
            chosen.add(chosen(era.label(), "era"));
        }
        if (language != null) {
            chosen.add(chosen(language.label(), "language"));
        }
        if (from != null || to != null) {
            chosen.add(chosen(Years.span(from, to, false), "from", "to"));
        }
        return chosen;
    }

    private Chosen chosen(String label, String... names) {
        QueryDict rest = query.without(names).without("page");
        return new Chosen(label, LibraryApp.LIST.url() + (rest.isEmpty() ? "" : "?" + rest.urlencode()));
    }
}
