/** Generic views, pagination and rendering. */
@NullMarked
package quintet.views;

import org.jspecify.annotations.NullMarked;
