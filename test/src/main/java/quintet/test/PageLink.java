package quintet.test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import quintet.core.Suggestions;

/** A link of a page that the test {@link Client} got. */
public final class PageLink {
    private final Client client;
    private final ClientResponse page;
    private final String target;

    private PageLink(Client client, ClientResponse page, String target) {
        this.client = client;
        this.page = page;
        this.target = target;
    }

    static PageLink find(Client client, ClientResponse page, String text) {
        List<Element> links = page.html().select("a[href]");
        Set<String> targets = new LinkedHashSet<>();
        for (Element link : links) {
            if (link.text().equals(text)) {
                targets.add(link.attr("href"));
            }
        }
        if (targets.size() == 1) {
            return new PageLink(client, page, targets.iterator().next());
        }
        List<String> texts = links.stream().map(Element::text).distinct().toList();
        throw new AssertionError(
                targets.isEmpty()
                        ? "The page " + page.path() + " has no link '" + text + "'."
                                + Suggestions.didYouMean(text, texts)
                        : "The page " + page.path() + " has several links '" + text + "' to different targets: "
                                + targets + ". Find the one you mean by page.html().select(...).");
    }

    /** Where it leads, as written in the page. */
    public String target() {
        return target;
    }

    /** Goes there, and on to where redirects lead. */
    public ClientResponse follow() {
        return client.follow(Paths.resolve(page.path(), target));
    }
}
