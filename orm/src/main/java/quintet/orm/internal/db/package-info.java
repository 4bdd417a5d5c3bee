/** Connections and transactions. */
@NullMarked
package quintet.orm.internal.db;

import org.jspecify.annotations.NullMarked;
