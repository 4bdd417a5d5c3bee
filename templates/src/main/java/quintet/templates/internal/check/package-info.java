/** Not API. */
@NullMarked
package quintet.templates.internal.check;

import org.jspecify.annotations.NullMarked;
