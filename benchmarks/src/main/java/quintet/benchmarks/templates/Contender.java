package quintet.benchmarks.templates;

/** An engine with the pages of the benchmark. */
interface Contender {
    /** The engine's name in the report. */
    String name();

    /** One page, ready to be rendered. */
    Rendering page(Pages page) throws Exception;

    /** Renders a page. */
    @FunctionalInterface
    interface Rendering {
        /** Renders the page with the model of {@link Pages}, as UTF-8. */
        void render(Body body) throws Exception;
    }
}
