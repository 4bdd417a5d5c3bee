/** Not API. */
@NullMarked
package quintet.templates.internal.filters;

import org.jspecify.annotations.NullMarked;
