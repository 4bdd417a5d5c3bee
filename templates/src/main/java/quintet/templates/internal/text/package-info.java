/** Not API. */
@NullMarked
package quintet.templates.internal.text;

import org.jspecify.annotations.NullMarked;
