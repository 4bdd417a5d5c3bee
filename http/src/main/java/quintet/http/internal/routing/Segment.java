package quintet.http.internal.routing;

import quintet.http.Converter;

/** A piece of a path pattern. */
public sealed interface Segment {
    /** Text that stands in the path as it is. */
    record Literal(String text) implements Segment {}

    /** A captured value. */
    record Param(String name, Converter<?> converter) implements Segment {}
}
