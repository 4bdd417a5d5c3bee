/** Not part of the API. */
@NullMarked
package quintet.core.internal;

import org.jspecify.annotations.NullMarked;
