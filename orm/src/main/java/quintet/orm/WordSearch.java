package quintet.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A search for words that works on every database: a row is found when each word stands in one of the texts, whatever the case.
 * Words in double quotes are looked for as they are, one after another; a minus before a word leaves out rows that have it.
 *
 * <pre>{@code
 * WordSearch search = WordSearch.of(q);
 * Book.objects
 *         .filter(search.in(Book_.title, Book_.author().name))
 *         .orderBy(search.rank(Book_.title, Book_.author().name).desc());
 * }</pre>
 *
 * <p>It knows no word forms and uses no index for them; where PostgreSQL is at hand, {@link Postgres#searchVector} does both.
 */
public final class WordSearch {
    private final List<String> wanted = new ArrayList<>();
    private final List<String> unwanted = new ArrayList<>();

    private WordSearch(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean minus = text.charAt(at) == '-' && at + 1 < text.length();
            int start = minus ? at + 1 : at;
            boolean quoted = text.charAt(start) == '"';
            int from = quoted ? start + 1 : start;
            int end = from;
            while (end < text.length()
                    && (quoted ? text.charAt(end) != '"' : !Character.isWhitespace(text.charAt(end)))) {
                end++;
            }
            String word = text.substring(from, end);
            if (!word.isBlank()) {
                (minus ? unwanted : wanted).add(word);
            }
            at = quoted ? end + 1 : end;
        }
    }

    /** The words of what somebody typed. */
    public static WordSearch of(String text) {
        return new WordSearch(text);
    }

    /** The words looked for. */
    public List<String> words() {
        return List.copyOf(wanted);
    }

    /** Whether there is nothing to look for: then all rows are found. */
    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** The rows where each word stands in one of the texts, and none that is unwanted in any. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <R> Cond<R> in(TextExpr<R>... texts) {
        Cond<R> all = Cond.any();
        for (String word : wanted) {
            all = all.and(anywhere(word, texts));
        }
        for (String word : unwanted) {
            all = all.and(anywhere(word, texts).not());
        }
        return all;
    }

    private static <R> Cond<R> anywhere(String word, TextExpr<R>[] texts) {
        return Arrays.stream(texts)
                .map(text -> text.icontains(word))
                .reduce(Cond::or)
                .orElseThrow(
                        () -> new QueryError("A search needs at least one text to look in: search.in(Book_.title)."));
    }

    /**
     * How well a row fits: for each word and each text that has it, one; twice as much for the first of the texts, and once more where it
     * stands at its start.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <R> NumberExpr<R, Integer> rank(TextExpr<R>... texts) {
        NumberExpr<R, Integer> sum = new NumberExpr<>(points(Cond.<R>any(), 0).node());
        for (String word : wanted) {
            for (int i = 0; i < texts.length; i++) {
                sum = sum.plus(points(texts[i].icontains(word), i == 0 ? 2 : 1));
                sum = sum.plus(points(texts[i].istartsWith(word), 1));
            }
        }
        return sum;
    }

    private static <R> Expr<R, Integer> points(Cond<R> condition, int points) {
        return Functions.<R, Integer>when(condition, points).otherwise(0);
    }
}
