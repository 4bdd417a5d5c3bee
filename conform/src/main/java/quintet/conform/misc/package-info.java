/** How recordings of kind misc are answered. */
@NullMarked
package quintet.conform.misc;

import org.jspecify.annotations.NullMarked;
