/** Compiles a project again and again, each time only what a change touches. Not part of the API. */
@NullMarked
package quintet.dev.internal.compile;

import org.jspecify.annotations.NullMarked;
