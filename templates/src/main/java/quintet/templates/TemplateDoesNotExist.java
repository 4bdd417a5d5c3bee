package quintet.templates;

import java.util.List;

/** No loader has the template. {@link #tried()} lists every place that was looked at. */
public class TemplateDoesNotExist extends TemplateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Tried> tried;
    private final String name;

    /**
     * One place that was looked at.
     *
     * @param origin the place
     * @param status why it did not serve, such as "Source does not exist"
     */
    public record Tried(Origin origin, String status) {}

    /**
     * An error.
     *
     * @param name the template's name, or a sentence where there is no name
     * @param tried the places, in order
     */
    public TemplateDoesNotExist(String name, List<Tried> tried) {
        super(name);
        this.name = name;
        this.tried = List.copyOf(tried);
    }

    /**
     * The template's name.
     *
     * @return as it was asked for
     */
    public String name() {
        return name;
    }

    /**
     * The places that were looked at.
     *
     * @return in order
     */
    public List<Tried> tried() {
        return tried;
    }

    /**
     * The name and every place that was looked at, a line each.
     *
     * @return text for logs and error pages
     */
    public String explain() {
        StringBuilder sb = new StringBuilder("TemplateDoesNotExist: ").append(name);
        for (Tried t : tried) {
            sb.append("\n  tried ")
                    .append(t.origin())
                    .append(" (")
                    .append(t.status())
                    .append(')');
        }
        return sb.toString();
    }
}
