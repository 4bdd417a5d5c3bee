/** Expressions and queries as values. */
@NullMarked
package quintet.orm.internal.query;

import org.jspecify.annotations.NullMarked;
