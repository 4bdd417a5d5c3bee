/** From queries to SQL, one dialect each. */
@NullMarked
package quintet.orm.internal.sql;

import org.jspecify.annotations.NullMarked;
