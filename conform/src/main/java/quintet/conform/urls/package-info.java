/** How recordings of kind urls are answered. */
@NullMarked
package quintet.conform.urls;

import org.jspecify.annotations.NullMarked;
