package quintet.templates;

/**
 * Is told of each template that is about to be rendered, parents and included ones too: for tests and debug pages. Answers
 * to Django's {@code template_rendered} signal.
 */
@FunctionalInterface
public interface RenderListener {
    /**
     * Called before the render, on its thread.
     *
     * @param template what is rendered
     * @param context its variables; to be read only
     */
    void rendering(Template template, Context context);
}
