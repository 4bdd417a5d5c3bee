package quintet.templates.internal.tags;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Html;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Expression;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.Token;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Render;
import quintet.templates.internal.values.Values;

/** Tags that produce or change text. */
public final class TextTags {
    private static final Map<String, String> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put("openblock", "{%");
        MARKS.put("closeblock", "%}");
        MARKS.put("openvariable", "{{");
        MARKS.put("closevariable", "}}");
        MARKS.put("openbrace", "{");
        MARKS.put("closebrace", "}");
        MARKS.put("opencomment", "{#");
        MARKS.put("closecomment", "#}");
    }

    private TextTags() {}

    /** Adds a tag. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "autoescape" -> library.tag(name, TextTags::autoescape);
            case "comment" -> library.tag(name, TextTags::comment);
            case "verbatim" -> library.tag(name, TextTags::verbatim);
            case "filter" -> library.tag(name, TextTags::filter);
            case "spaceless" -> library.tag(name, TextTags::spaceless);
            case "templatetag" -> library.tag(name, TextTags::templateTag);
            case "widthratio" -> library.tag(name, TextTags::widthRatio);
            case "now" -> library.tag(name, TextTags::now);
            case "lorem" -> library.tag(name, Lorem::compile);
            case "debug" -> library.tag(name, (p, t) -> new DebugNode());
            case "load" -> library.tag(name, LoadTag::compile);
            case "csrf_token" -> library.tag(name, (p, t) -> new CsrfNode());
            case "csp_nonce_attr" -> library.tag(name, (p, t) -> new NonceNode());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static Node autoescape(Parser parser, Token token) {
        List<String> words = Chars.words(token.contents());
        if (words.size() != 2) {
            throw Tags.error("'autoescape' tag requires exactly one argument.");
        }
        String word = words.get(1);
        if (!word.equals("on") && !word.equals("off")) {
            throw Tags.error("'autoescape' argument should be 'on' or 'off'");
        }
        boolean on = word.equals("on");
        NodeList body = parser.parse("endautoescape");
        parser.skip();
        return new Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                boolean before = context.autoescape(on);
                try {
                    body.render(context, out);
                } finally {
                    context.autoescape(before);
                }
            }
        };
    }

    /** A node around others. */
    abstract static class Wrapper extends Node {
        private final NodeList inside;

        Wrapper(NodeList inside) {
            this.inside = inside;
        }

        @Override
        public List<Node> children() {
            return inside.children();
        }
    }

    private static Node comment(Parser parser, Token token) {
        parser.skipPast("endcomment");
        return NodeList.EMPTY;
    }

    private static Node verbatim(Parser parser, Token token) {
        NodeList body = parser.parse("endverbatim");
        parser.skip();
        return new NodeList(body.children());
    }

    private static Node filter(Parser parser, Token token) {
        String contents = token.contents();
        int space = 0;
        while (space < contents.length() && !Chars.isSpace(contents.charAt(space))) {
            space++;
        }
        String rest = Chars.strip(contents.substring(space));
        if (rest.isEmpty()) {
            throw EvaluationError.value("not enough values to unpack (expected 2, got 1)");
        }
        FilterExpression expression = (FilterExpression) parser.expression("var|" + rest);
        for (String name : expression.filterNames()) {
            if (name.equals("escape") || name.equals("safe")) {
                throw Tags.error("\"filter " + name + "\" is not permitted. Use the \"autoescape\" tag instead.");
            }
        }
        NodeList body = parser.parse("endfilter");
        parser.skip();
        return new Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                SafeString text = SafeString.of(body.capture(context, out));
                long mark = context.push();
                context.put("var", text);
                out.text(Values.text(expression.resolve(context), context));
                context.pop(mark);
            }
        };
    }

    private static Node spaceless(Parser parser, Token token) {
        NodeList body = parser.parse("endspaceless");
        parser.skip();
        return new Wrapper(body) {
            @Override
            public void render(Context context, Output out) {
                out.text(closeUp(Chars.strip(body.capture(context, out))));
            }
        };
    }

    /** Takes out white space between tags. */
    static String closeUp(String html) {
        StringBuilder out = new StringBuilder(html.length());
        int length = html.length();
        for (int i = 0; i < length; i++) {
            char c = html.charAt(i);
            out.append(c);
            if (c == '>') {
                int end = i + 1;
                while (end < length && Chars.isSpace(html.charAt(end))) {
                    end++;
                }
                if (end < length && html.charAt(end) == '<') {
                    i = end - 1;
                }
            }
        }
        return out.toString();
    }

    private static Node templateTag(Parser parser, Token token) {
        List<String> words = Chars.words(token.contents());
        if (words.size() != 2) {
            throw Tags.error("'templatetag' statement takes one argument");
        }
        String text = MARKS.get(words.get(1));
        if (text == null) {
            throw Tags.error("Invalid templatetag argument: '" + words.get(1) + "'. Must be one of: "
                    + Tags.repr(new ArrayList<>(MARKS.keySet())));
        }
        return quintet.templates.internal.parse.Nodes.text(text);
    }

    private static Node widthRatio(Parser parser, Token token) {
        List<String> words = token.split();
        String variable = null;
        if (words.size() == 6) {
            if (!words.get(4).equals("as")) {
                throw Tags.error("Invalid syntax in widthratio tag. Expecting 'as' keyword");
            }
            variable = words.get(5);
        } else if (words.size() != 4) {
            throw Tags.error("widthratio takes at least three arguments");
        }
        Expression value = parser.expression(words.get(1));
        Expression max = parser.expression(words.get(2));
        Expression width = parser.expression(words.get(3));
        String target = variable;
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                Tags.putOrWrite(target, ratio(context, value, max, width), context, out);
            }
        };
    }

    private static String ratio(Context context, Expression valueOf, Expression maxOf, Expression widthOf) {
        Values values = Values.of(context);
        Object value = valueOf.resolve(context);
        Object max = maxOf.resolve(context);
        Number width;
        try {
            width = Numbers.toInt(widthOf.resolve(context), values);
        } catch (EvaluationError e) {
            if (e.kind() == EvaluationError.Kind.OVERFLOW) {
                throw e;
            }
            throw Tags.error("widthratio final argument must be a number");
        }
        try {
            double v = Numbers.toFloat(value, values);
            double m = Numbers.toFloat(max, values);
            if (m == 0) {
                return "0";
            }
            double ratio = v / m * width.doubleValue();
            return Double.isNaN(ratio) || Double.isInfinite(ratio)
                    ? ""
                    : new java.math.BigDecimal(Math.rint(ratio)).toBigInteger().toString();
        } catch (EvaluationError e) {
            return "";
        }
    }

    private static Node now(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        String variable = words.size() == 4 ? Tags.target(words) : null;
        if (variable != null) {
            words.subList(2, 4).clear();
        }
        if (words.size() != 2) {
            throw Tags.error("'now' statement takes one argument");
        }
        String quoted = words.get(1);
        String format = quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                ZonedDateTime now = ZonedDateTime.now(context.engine()
                        .clock()
                        .withZone(
                                context.engine().useTz()
                                        ? context.zone()
                                        : context.engine().zone()));
                Object moment = context.engine().useTz() ? now : now.toLocalDateTime();
                String text = Render.date(moment, context.formats().get(format), context);
                Tags.putOrWrite(variable, text, context, out);
            }
        };
    }

    private static final class DebugNode extends Node {
        @Override
        public void render(Context context, Output out) {
            if (!context.engine().debug()) {
                return;
            }
            Values values = Values.of(context);
            for (Map<String, @Nullable Object> scope : context.scopes()) {
                out.text(Html.escape(values.reprOf(scope)));
            }
        }
    }

    private static final class CsrfNode extends Node {
        @Override
        public void render(Context context, Output out) {
            Object token = context.engine().requests().csrfToken(context);
            if (!Values.of(context).truth(token)) {
                return;
            }
            CharSequence text = Values.text(token, context);
            if (!text.toString().equals("NOTPROVIDED")) {
                out.text("<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"");
                out.text(SafeString.escape(text));
                out.text("\">");
            }
        }
    }

    private static final class NonceNode extends Node {
        @Override
        public void render(Context context, Output out) {
            Object nonce = context.engine().requests().cspNonce(context);
            if (Values.of(context).truth(nonce)) {
                out.text("nonce=\"");
                out.text(SafeString.escape(Values.text(nonce, context)));
                out.text("\"");
            }
        }
    }
}
