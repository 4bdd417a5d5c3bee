package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import quintet.core.Html;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.internal.text.Texts;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** The lorem tag: filler text. */
final class Lorem {
    private static final int MAX = 100_000;
    private static final String PARAGRAPH = "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod"
            + " tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation"
            + " ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in reprehenderit in"
            + " voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint occaecat cupidatat non"
            + " proident, sunt in culpa qui officia deserunt mollit anim id est laborum.";
    private static final List<String> START = List.of(
            "lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua"
                    .split(" "));
    private static final List<String> WORDS = List.of(
            PARAGRAPH.toLowerCase(java.util.Locale.ROOT).replaceAll("[.,]", "").split(" "));

    private Lorem() {}

    static Node compile(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        String tag = words.getFirst();
        boolean common = !words.getLast().equals("random");
        if (!common) {
            words.removeLast();
        }
        String method = "b";
        if (List.of("w", "p", "b").contains(words.getLast())) {
            method = words.removeLast();
        }
        Expression count = parser.expression(words.size() > 1 ? words.removeLast() : "1");
        if (words.size() != 1) {
            throw Tags.error("Incorrect format for '" + tag + "' tag");
        }
        String how = method;
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                out.text(text(count(count, context), how, common));
            }
        };
    }

    private static int count(Expression expression, Context context) {
        try {
            int count = Numbers.clamp(Numbers.toInt(expression.resolve(context), Values.of(context)));
            if (count > MAX) {
                throw Tags.error("The lorem tag makes at most " + MAX + " words or paragraphs, not " + count + ".");
            }
            return count;
        } catch (EvaluationError e) {
            return 1;
        }
    }

    private static String text(int count, String how, boolean common) {
        if (how.equals("w")) {
            return words(count, common);
        }
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = common && i == 0 ? PARAGRAPH : paragraph();
            out.add(how.equals("p") ? "<p>" + Html.escape(text) + "</p>" : text);
        }
        return String.join("\n\n", out);
    }

    private static String words(int count, boolean common) {
        List<String> out = new ArrayList<>(common ? START.subList(0, Math.clamp(count, 0, START.size())) : List.of());
        while (out.size() < count) {
            out.add(random());
        }
        return String.join(" ", out);
    }

    private static String random() {
        return WORDS.get(ThreadLocalRandom.current().nextInt(WORDS.size()));
    }

    private static String paragraph() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<String> sentences = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            List<String> words = new ArrayList<>();
            for (int w = random.nextInt(3, 13); w > 0; w--) {
                words.add(random());
            }
            sentences.add(Texts.capFirst(String.join(" ", words)) + ".");
        }
        return String.join(" ", sentences);
    }
}
