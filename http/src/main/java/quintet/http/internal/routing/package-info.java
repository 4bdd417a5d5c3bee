/** How paths are matched and URLs are made. */
@NullMarked
package quintet.http.internal.routing;

import org.jspecify.annotations.NullMarked;
