/** How recordings of kind http are answered. */
@NullMarked
package quintet.conform.http;

import org.jspecify.annotations.NullMarked;
