package quintet.templates.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.templates.Token;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.parse.Lexer;
import quintet.templates.internal.parse.Variable;

/**
 * The frame of a template: what it extends, its blocks and its partials.
 *
 * @param extended the name in its extends tag if that is a constant
 * @param extendsSomething whether there is an extends tag at all
 * @param outer the block tags that stand in no other block
 * @param blocks the names of all blocks
 * @param partials the names of all partials
 */
public record Outline(
        @Nullable String extended,
        boolean extendsSomething,
        List<Token> outer,
        Set<String> blocks,
        Set<String> partials) {
    /** The frame of a source. */
    public static Outline of(String source) {
        String extended = null;
        boolean extendsSomething = false;
        List<Token> outer = new ArrayList<>();
        Set<String> blocks = new TreeSet<>();
        Set<String> partials = new TreeSet<>();
        int depth = 0;
        boolean comment = false;
        for (Token token : Lexer.tokens(source)) {
            if (token.kind() != Token.Kind.BLOCK) {
                continue;
            }
            List<String> words = Chars.words(token.contents());
            String tag = words.isEmpty() ? "" : words.getFirst();
            if (comment) {
                comment = !tag.equals("endcomment");
                continue;
            }
            switch (tag) {
                case "comment" -> comment = true;
                case "extends" -> {
                    extendsSomething = true;
                    extended = words.size() == 2 ? Variable.literal(words.get(1)) : null;
                }
                case "block" -> {
                    if (depth++ == 0) {
                        outer.add(token);
                    }
                    if (words.size() > 1) {
                        blocks.add(words.get(1));
                    }
                }
                case "endblock" -> depth--;
                case "partialdef" -> {
                    if (words.size() > 1) {
                        partials.add(words.get(1));
                    }
                }
                default -> {
                    // other tags do not belong to the frame
                }
            }
        }
        return new Outline(extended, extendsSomething, outer, blocks, partials);
    }
}
