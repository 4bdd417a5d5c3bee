package quintet.templates.internal.tags;

import java.util.List;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Parser;
import quintet.templates.TagCompiler;
import quintet.templates.Token;
import quintet.templates.internal.parse.Chars;

/** The load tag: makes the tags and filters of a library known. */
final class LoadTag {
    private LoadTag() {}

    /** Compiles one use of the tag. */
    static Node compile(Parser parser, Token token) {
        List<String> words = Chars.words(token.contents());
        int n = words.size();
        if (n >= 4 && words.get(n - 2).equals("from")) {
            String name = words.get(n - 1);
            parser.add(part(parser.engine().library(name), name, words.subList(1, n - 2)));
        } else {
            for (String name : words.subList(1, n)) {
                parser.add(parser.engine().library(name));
            }
        }
        return NodeList.EMPTY;
    }

    private static Library part(Library whole, String library, List<String> names) {
        Library out = new Library();
        for (String name : names) {
            TagCompiler tag = whole.tag(name);
            Filter filter = whole.filter(name);
            if (tag == null && filter == null) {
                throw Tags.error("'" + name + "' is not a valid tag or filter in tag library '" + library + "'");
            }
            if (tag != null) {
                out.tag(name, tag);
            }
            if (filter != null) {
                out.filter(name, filter);
            }
        }
        return out;
    }
}
