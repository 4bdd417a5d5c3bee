package quintet.benchmarks.templates;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An engine that writes characters; they are encoded when the page is done, as a servlet or a string response would. */
final class TextContender implements Contender {
    private final String name;
    private final Loader loader;

    TextContender(String name, Loader loader) {
        this.name = name;
        this.loader = loader;
    }

    /** Finds the template of a page. */
    @FunctionalInterface
    interface Loader {
        /** The page's template, ready to render. */
        Template load(Pages page) throws Exception;
    }

    /** Renders to a writer. */
    @FunctionalInterface
    interface Template {
        /** Renders a model. */
        void render(Map<String, Object> model, Writer out) throws Exception;
    }

    /** The model as a map: the list, or the page of books. */
    static Map<String, Object> model(Pages page) {
        return Map.of(page == Pages.SHELF ? "s" : "items", JtePages.model(page));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Rendering page(Pages page) throws Exception {
        Template template = loader.load(page);
        Map<String, Object> model = model(page);
        int[] expected = {512};
        return body -> {
            StringWriter out = new StringWriter(expected[0]);
            template.render(model, out);
            expected[0] = Math.max(expected[0], out.getBuffer().length());
            byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
            body.write(bytes, 0, bytes.length);
        };
    }
}
