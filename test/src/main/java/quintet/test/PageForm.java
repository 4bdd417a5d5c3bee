package quintet.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import quintet.core.Suggestions;

/**
 * A form of a page that the test {@link Client} got, filled in as a reader would and sent as a browser would: with hidden
 * fields, defaults and the CSRF token of the page.
 *
 * <pre>{@code
 * ClientResponse thanks = client.get("/books/1/").form("#review").set("stars", 5).set("body", "Good.").submit();
 * }</pre>
 */
public final class PageForm {
    private static final String FIELDS = "input[name], select[name], textarea[name]";

    private final Client client;
    private final ClientResponse page;
    private final Element form;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    private PageForm(Client client, ClientResponse page, Element form) {
        this.client = client;
        this.page = page;
        this.form = form;
        for (Element field : form.select(FIELDS)) {
            if (!field.hasAttr("disabled")) {
                values.computeIfAbsent(field.attr("name"), name -> new ArrayList<>())
                        .addAll(defaults(field));
            }
        }
    }

    static PageForm only(Client client, ClientResponse page) {
        Elements forms = page.html().select("form");
        if (forms.size() != 1) {
            Elements posting = page.html().select("form[method=post], form[method=POST]");
            forms = posting.size() == 1 ? posting : forms;
        }
        if (forms.size() != 1) {
            throw new AssertionError("The page " + page.path() + " has "
                    + (forms.isEmpty()
                            ? "no form."
                            : forms.size() + " forms. Say which by a CSS selector: response.form(\"#review\")."));
        }
        return new PageForm(client, page, forms.first());
    }

    static PageForm find(Client client, ClientResponse page, String selector) {
        Element found = page.html().selectFirst(selector);
        if (found == null || !found.normalName().equals("form")) {
            throw new AssertionError("The page " + page.path() + " has no form that the selector '" + selector
                    + "' finds" + (found == null ? "." : ", but a <" + found.normalName() + ">."));
        }
        return new PageForm(client, page, found);
    }

    private static List<String> defaults(Element field) {
        return switch (field.normalName()) {
            case "textarea" -> List.of(field.wholeText().replaceFirst("^\n", ""));
            case "select" -> selected(field);
            default ->
                switch (type(field)) {
                    case "checkbox", "radio" -> field.hasAttr("checked") ? List.of(checkedValue(field)) : List.of();
                    case "submit", "button", "image", "reset", "file" -> List.of();
                    default -> List.of(field.attr("value"));
                };
        };
    }

    private static List<String> selected(Element select) {
        List<String> chosen = select.select("option[selected]").stream()
                .map(PageForm::optionValue)
                .toList();
        Element first = select.selectFirst("option:not([disabled])");
        return chosen.isEmpty() && first != null && !select.hasAttr("multiple") ? List.of(optionValue(first)) : chosen;
    }

    private static String optionValue(Element option) {
        return option.hasAttr("value") ? option.attr("value") : option.text();
    }

    private static String checkedValue(Element box) {
        return box.hasAttr("value") ? box.attr("value") : "on";
    }

    private static String type(Element field) {
        return field.normalName().equals("input") ? field.attr("type").toLowerCase(Locale.ROOT) : field.normalName();
    }

    /**
     * Writes into a field, or chooses among the options of a select or of radio buttons by value.
     *
     * @throws AssertionError if the form has no such field, or the field no such option
     */
    public PageForm set(String name, Object... newValues) {
        Elements fields = fields(name);
        List<String> options = options(fields);
        List<Object> texts = new ArrayList<>();
        for (Object value : newValues) {
            if (!options.isEmpty() && !options.contains(value.toString())) {
                throw new AssertionError(
                        "The field '" + name + "' has no option '" + value + "'; it has " + options + ".");
            }
            texts.add(value instanceof Upload ? value : value.toString());
        }
        values.put(name, texts);
        return this;
    }

    /** Ticks a checkbox; of several of this name all. */
    public PageForm check(String name) {
        List<Object> all = new ArrayList<>();
        fields(name).forEach(box -> all.add(checkedValue(box)));
        values.put(name, all);
        return this;
    }

    /** Unticks a checkbox; of several of this name all. */
    public PageForm uncheck(String name) {
        fields(name);
        values.put(name, new ArrayList<>());
        return this;
    }

    /** What a field holds now; of several values the first, empty for none. */
    public String value(String name) {
        fields(name);
        List<Object> some = values.getOrDefault(name, List.of());
        return some.isEmpty() ? "" : some.getFirst().toString();
    }

    /** The names of its fields, in order. */
    public List<String> names() {
        return form.select(FIELDS).stream()
                .map(field -> field.attr("name"))
                .distinct()
                .toList();
    }

    private Elements fields(String name) {
        Elements found = new Elements();
        for (Element field : form.select(FIELDS)) {
            if (field.attr("name").equals(name)) {
                found.add(field);
            }
        }
        if (found.isEmpty()) {
            throw new AssertionError("The form has no field '" + name + "'." + Suggestions.didYouMean(name, names()));
        }
        return found;
    }

    private static List<String> options(Elements fields) {
        List<String> options = new ArrayList<>();
        for (Element field : fields) {
            if (field.normalName().equals("select")) {
                field.select("option").forEach(option -> options.add(optionValue(option)));
            } else if (type(field).equals("radio") || type(field).equals("checkbox")) {
                options.add(checkedValue(field));
            }
        }
        return options;
    }

    /** Sends it and goes on to where redirects lead. */
    public ClientResponse submit() {
        return send(values);
    }

    /** Sends it by the button with this text. */
    public ClientResponse submit(String button) {
        for (Element candidate : form.select("button, input[type=submit]")) {
            String text = candidate.normalName().equals("button") ? candidate.text() : candidate.attr("value");
            if (text.equals(button)) {
                Map<String, List<Object>> sent = new LinkedHashMap<>(values);
                if (candidate.hasAttr("name")) {
                    sent.put(candidate.attr("name"), List.of(candidate.attr("value")));
                }
                return send(sent);
            }
        }
        throw new AssertionError("The form has no button '" + button + "'.");
    }

    private ClientResponse send(Map<String, List<Object>> sent) {
        String target = Paths.resolve(page.path(), form.attr("action"));
        if (!form.attr("method").equalsIgnoreCase("post")) {
            int query = target.indexOf('?');
            return client.request("GET", query < 0 ? target : target.substring(0, query))
                    .query(sent)
                    .follow()
                    .send();
        }
        ClientRequest request = client.request("POST", target);
        boolean multipart = form.attr("enctype").equalsIgnoreCase("multipart/form-data");
        return (multipart ? request.multipart(sent) : request.form(sent))
                .follow()
                .send();
    }
}
