package quintet.http;

/** Content that is made only after all middleware has seen what it will be made of, such as a template and its context. */
@FunctionalInterface
public interface LazyContent {
    /** The response with its body, made from the one that had this content. */
    Response render(Response unrendered) throws Exception;
}
