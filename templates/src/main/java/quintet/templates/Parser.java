package quintet.templates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.parse.Lexer;
import quintet.templates.internal.parse.Nodes;
import quintet.templates.internal.text.Texts;

/**
 * Compiles the tokens of one template; tags get it to read their content. Used by one thread. Answers to Django's
 * {@code Parser}.
 */
public final class Parser {
    /** Made when there is something to say: to set up logging takes longer than to render a first page. */
    private static final class Log {
        private static final Logger TEMPLATES = LoggerFactory.getLogger("quintet.templates");
    }

    private static final int MAX_DEPTH = 250;

    private final Engine engine;
    private final Template template;
    private final FilterExpression.Filters known = new FilterExpression.Filters() {
        @Override
        public Filter find(String name) {
            return filter(name);
        }
    };
    private final Deque<Token> tokens;
    private final List<Library> libraries = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    private final Map<Object, Object> data = new HashMap<>();
    private final Map<String, Object> extra;

    private Parser(Engine engine, Template template, Map<String, Object> extra) {
        this.engine = engine;
        this.template = template;
        this.extra = extra;
        this.tokens = new ArrayDeque<>(Lexer.tokens(template.source()));
        this.libraries.addAll(engine.builtins());
    }

    static NodeList parseAll(Engine engine, Template template, Map<String, Object> extra) {
        if (template.source().length() > engine.maxSource()) {
            throw new TemplateSyntaxError(
                    "The template has " + template.source().length() + " characters, more than the "
                            + engine.maxSource() + " the engine accepts (maxSource).");
        }
        return new Parser(engine, template, extra).parse();
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The template that is being compiled; its nodes are not there yet. */
    public Template template() {
        return template;
    }

    /** Data that tags attach to the template; see {@link Template#extraData}. */
    public Map<String, Object> extraData() {
        return extra;
    }

    /** Data that tags share while this template is parsed. */
    public Map<Object, Object> data() {
        return data;
    }

    /**
     * Makes the tags and filters of a library known; those of later ones win.
     *
     * @param library the library
     */
    public void add(Library library) {
        libraries.add(library);
    }

    /**
     * Parses up to one of some end tags, which is left as the next token; without any, to the end.
     *
     * @param until names of end tags; a name with a space in it must match the whole tag
     * @return the nodes
     */
    public NodeList parse(String... until) {
        List<Node> nodes = new ArrayList<>();
        boolean content = false;
        while (!tokens.isEmpty()) {
            Token token = tokens.removeFirst();
            try {
                switch (token.kind()) {
                    case TEXT -> nodes.add(located(Nodes.text(token.contents()), token));
                    case VARIABLE -> {
                        nodes.add(located(variable(token), token));
                        content = true;
                    }
                    case BLOCK -> {
                        String name = name(token);
                        if (ends(name, token, until)) {
                            tokens.addFirst(token);
                            return new NodeList(nodes);
                        }
                        Node node = block(name, token, until);
                        if (Nodes.mustBeFirst(node) && content) {
                            throw new TemplateSyntaxError(token.source() + " must be the first tag in "
                                    + (template.name() == null ? "the template." : "'" + template.name() + "'."));
                        }
                        nodes.add(located(node, token));
                        content = true;
                    }
                    case COMMENT -> {
                        // comments leave nothing behind
                    }
                }
            } catch (TemplateException e) {
                e.locate(template.extract(token));
                throw e;
            }
        }
        if (until.length > 0) {
            Token unclosed = open.isEmpty() ? new Token(Token.Kind.BLOCK, "", 1, 0, 0) : open.peek();
            TemplateSyntaxError e = new TemplateSyntaxError("Unclosed tag on line " + unclosed.line() + ": '"
                    + command(unclosed) + "'. Looking for one of: " + String.join(", ", until) + ".");
            e.locate(template.extract(unclosed));
            throw e;
        }
        return new NodeList(nodes);
    }

    private <N extends Node> N located(N node, Token token) {
        node.located(token, template);
        return node;
    }

    private Node variable(Token token) {
        if (token.contents().isEmpty()) {
            throw new TemplateSyntaxError("Empty variable tag on line " + token.line());
        }
        return Nodes.variable(compile(token.contents()));
    }

    private static String name(Token token) {
        String name = command(token);
        if (name.isEmpty()) {
            throw new TemplateSyntaxError("Empty block tag on line " + token.line());
        }
        return name;
    }

    private static String command(Token token) {
        List<String> words = Chars.words(token.contents());
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static boolean ends(String name, Token token, String[] until) {
        for (String end : until) {
            if (end.equals(name) || end.indexOf(' ') >= 0 && end.equals(token.contents())) {
                return true;
            }
        }
        return false;
    }

    private Node block(String name, Token token, String[] until) {
        TagCompiler compiler = null;
        for (int i = libraries.size() - 1; i >= 0 && compiler == null; i--) {
            compiler = libraries.get(i).tag(name);
        }
        if (compiler == null) {
            throw unexpected(token, name, until);
        }
        if (open.size() >= MAX_DEPTH) {
            throw new TemplateSyntaxError("Tags are nested more than " + MAX_DEPTH + " deep on line " + token.line()
                    + ". Move inner parts into templates of their own and include them.");
        }
        open.push(token);
        Node node = compiler.compile(this, token);
        open.pop();
        return node;
    }

    /**
     * The error for a tag where others were expected.
     *
     * @param token the tag
     * @param name its name
     * @param until the names that could stand there; none for an unknown tag
     * @return an error to throw
     */
    public TemplateSyntaxError unexpected(Token token, String name, String... until) {
        String expected = until.length == 0
                ? ""
                : ", expected "
                        + Texts.enumerate(
                                Arrays.stream(until).map(u -> "'" + u + "'").toList(), "or");
        return new TemplateSyntaxError("Invalid block tag on line " + token.line() + ": '" + name + "'" + expected
                + ". Did you forget to register or load this tag?");
    }

    /**
     * Takes the next token.
     *
     * @return the token
     */
    public Token next() {
        Token token = tokens.pollFirst();
        if (token == null) {
            throw new TemplateSyntaxError("The template ends in the middle of a tag's content.");
        }
        return token;
    }

    /** Whether there are tokens left. */
    public boolean hasNext() {
        return !tokens.isEmpty();
    }

    /** Drops the next token, mostly the end tag. */
    public void skip() {
        next();
    }

    /**
     * Drops everything up to and including an end tag.
     *
     * @param end the end tag's name
     */
    public void skipPast(String end) {
        while (!tokens.isEmpty()) {
            Token token = tokens.removeFirst();
            if (token.kind() == Token.Kind.BLOCK && token.contents().equals(end)) {
                return;
            }
        }
        Token unclosed = open.isEmpty() ? new Token(Token.Kind.BLOCK, "", 1, 0, 0) : open.peek();
        throw new TemplateSyntaxError("Unclosed tag on line " + unclosed.line() + ": '" + command(unclosed)
                + "'. Looking for one of: " + end + ".");
    }

    /**
     * Compiles an expression: a variable or constant with filters.
     *
     * @param source as written in the tag
     * @return the compiled expression
     */
    public Expression expression(String source) {
        return compile(source);
    }

    private FilterExpression compile(String source) {
        FilterExpression compiled = FilterExpression.compile(source, known);
        if (source.contains("..")
                && !compiled.variable().isConstant()
                && compiled.variable().source().contains("..")) {
            Token place = open.peek();
            Log.TEMPLATES.warn(
                    "Doubled dots in a variable are deprecated and will be an error: '{}' in template {}{}. Write one dot.",
                    source,
                    template.origin(),
                    place == null ? "" : ", in the tag on line " + place.line());
        }
        return compiled;
    }

    /**
     * A filter by its name.
     *
     * @param name the name
     * @return the filter
     */
    public Filter filter(String name) {
        Filter filter = null;
        for (int i = libraries.size() - 1; i >= 0 && filter == null; i--) {
            filter = libraries.get(i).filter(name);
        }
        if (filter == null) {
            throw new TemplateSyntaxError("Invalid filter: '" + name + "'");
        }
        return filter;
    }

    /**
     * Takes {@code name=value} words from the front of a list.
     *
     * @param words the words of a tag; those taken are removed
     * @return names and compiled values, in order
     */
    public Map<String, Expression> keywords(List<String> words) {
        Map<String, Expression> out = new LinkedHashMap<>();
        while (!words.isEmpty()) {
            String word = words.getFirst();
            int equals = keywordEnd(word);
            if (equals < 0) {
                break;
            }
            words.removeFirst();
            out.put(word.substring(0, equals).intern(), expression(word.substring(equals + 1)));
        }
        return out;
    }

    /** The position of the equals sign after a name, or -1. */
    private static int keywordEnd(String word) {
        int i = 0;
        while (i < word.length() && Chars.isWord(word.codePointAt(i))) {
            i += Character.charCount(word.codePointAt(i));
        }
        return i > 0 && i + 1 < word.length() && word.charAt(i) == '=' ? i : -1;
    }

    /**
     * {@link #keywords}, with {@code value as name} pairs joined by {@code and} accepted too.
     *
     * @param words the words of a tag; those taken are removed
     * @return names and compiled values, in order
     */
    public Map<String, Expression> keywordsOrAs(List<String> words) {
        if (words.isEmpty() || keywordEnd(words.getFirst()) >= 0) {
            return keywords(words);
        }
        Map<String, Expression> out = new LinkedHashMap<>();
        while (words.size() >= 3 && words.get(1).equals("as")) {
            out.put(words.get(2).intern(), expression(words.get(0)));
            words.subList(0, 3).clear();
            if (words.isEmpty() || !words.getFirst().equals("and")) {
                return out;
            }
            words.removeFirst();
        }
        return out;
    }
}
