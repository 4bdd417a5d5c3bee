/** The supervisor: holds the port, compiles, swaps and restarts, and shows errors. Not part of the API. */
@NullMarked
package quintet.dev.internal.serve;

import org.jspecify.annotations.NullMarked;
