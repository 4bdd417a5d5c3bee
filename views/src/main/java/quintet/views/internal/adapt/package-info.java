/** How requests, models and queries behave in templates. Not API. */
@NullMarked
package quintet.views.internal.adapt;

import org.jspecify.annotations.NullMarked;
