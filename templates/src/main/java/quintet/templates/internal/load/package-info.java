/** Not API. */
@NullMarked
package quintet.templates.internal.load;

import org.jspecify.annotations.NullMarked;
