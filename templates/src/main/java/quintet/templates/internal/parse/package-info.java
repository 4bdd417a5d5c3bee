/** Not API. */
@NullMarked
package quintet.templates.internal.parse;

import org.jspecify.annotations.NullMarked;
