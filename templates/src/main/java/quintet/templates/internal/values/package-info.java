/** Not API. */
@NullMarked
package quintet.templates.internal.values;

import org.jspecify.annotations.NullMarked;
