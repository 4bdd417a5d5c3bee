/** Not API. */
@NullMarked
package quintet.templates.internal;

import org.jspecify.annotations.NullMarked;
