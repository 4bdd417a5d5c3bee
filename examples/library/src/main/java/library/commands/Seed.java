package library.commands;

import static quintet.orm.Transactions.atomic;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import library.Author;
import library.Book;
import library.Language;
import library.LibraryApp;
import library.Tag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Json;
import quintet.fields.Choices;
import quintet.orm.Ref;

/** Fills an empty library with the books of {@code fixtures/library.json}. */
@CommandLine.Command(description = "Fills an empty library with the books that come with it.")
public final class Seed extends Command {
    /** One row of a fixture. */
    private record Row(String model, long pk, Map<String, Object> fields) {
        String text(String name) {
            return (String) value(name);
        }

        @Nullable
        Integer number(String name) {
            return fields.get(name) instanceof Number number ? number.intValue() : null;
        }

        int required(String name) {
            return ((Number) value(name)).intValue();
        }

        private Object value(String name) {
            return Objects.requireNonNull(fields.get(name), () -> model + " " + pk + " has no " + name);
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(fields.get(name));
        }

        List<Long> keys(String name) {
            return ((List<?>) value(name))
                    .stream().map(key -> ((Number) key).longValue()).toList();
        }
    }

    @Override
    protected void handle() throws IOException {
        if (Book.objects.exists()) {
            out().println("There are books already; nothing added.");
            return;
        }
        List<Row> rows = read();
        atomic(() -> save(rows));
        out().println("Added " + Book.objects.count() + " books by " + Author.objects.count() + " authors.");
    }

    private List<Row> read() throws IOException {
        try (InputStream fixture = site().app(LibraryApp.class).resource("fixtures/library.json")) {
            if (fixture == null) {
                throw new CommandError("fixtures/library.json is missing from the application.");
            }
            List<Row> rows = new ArrayList<>();
            for (Object entry : (List<?>) Objects.requireNonNull(Json.read(fixture))) {
                Map<?, ?> row = (Map<?, ?>) entry;
                rows.add(row(
                        String.valueOf(row.get("model")),
                        (Number) Objects.requireNonNull(row.get("pk")),
                        Objects.requireNonNull(row.get("fields"))));
            }
            return rows;
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have text as keys
    private static Row row(String model, Number pk, Object fields) {
        return new Row(model, pk.longValue(), (Map<String, Object>) fields);
    }

    private static void save(List<Row> rows) {
        Tag.objects.bulkCreate(rows.stream()
                .filter(row -> row.model().equals("library.tag"))
                .map(Seed::tag)
                .toList());
        Author.objects.bulkCreate(rows.stream()
                .filter(row -> row.model().equals("library.author"))
                .map(Seed::author)
                .toList());
        for (Row row : rows) {
            if (row.model().equals("library.book")) {
                Book book = book(row);
                book.save();
                book.tags.addKeys(row.keys("tags"));
            }
        }
    }

    private static Tag tag(Row row) {
        Tag tag = new Tag();
        tag.id = row.pk();
        tag.name = row.text("name");
        tag.slug = row.text("slug");
        return tag;
    }

    private static Author author(Row row) {
        Author author = new Author();
        author.id = row.pk();
        author.name = row.text("name");
        author.sortName = row.text("sort_name");
        author.born = row.number("born");
        author.died = row.number("died");
        author.circa = row.flag("circa");
        author.country = row.text("country");
        return author;
    }

    private static Book book(Row row) {
        Book book = new Book();
        book.id = row.pk();
        book.title = row.text("title");
        book.originalTitle = row.text("original_title");
        book.author = Ref.of(Author.class, (long) row.required("author"));
        book.year = row.required("year");
        book.circa = row.flag("circa");
        book.language = Objects.requireNonNull(Choices.find(Language.class, row.text("language")));
        book.summary = row.text("summary");
        return book;
    }
}
