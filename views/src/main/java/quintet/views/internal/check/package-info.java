/** How views work inside. Not API. */
@NullMarked
package quintet.views.internal.check;

import org.jspecify.annotations.NullMarked;
