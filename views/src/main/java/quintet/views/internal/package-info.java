/** How views work inside. Not API. */
@NullMarked
package quintet.views.internal;

import org.jspecify.annotations.NullMarked;
