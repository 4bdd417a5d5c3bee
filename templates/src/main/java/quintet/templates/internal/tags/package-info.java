/** Not API. */
@NullMarked
package quintet.templates.internal.tags;

import org.jspecify.annotations.NullMarked;
