/** Logging, arguments and the run of a site. Not API. */
@NullMarked
package quintet.internal;

import org.jspecify.annotations.NullMarked;
