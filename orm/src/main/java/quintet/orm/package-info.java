/** Models, queries, dialects and migrations. */
@NullMarked
package quintet.orm;

import org.jspecify.annotations.NullMarked;
