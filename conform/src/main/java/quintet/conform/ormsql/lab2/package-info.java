/** Models of the recording's app {@code lab2}. */
@NullMarked
package quintet.conform.ormsql.lab2;

import org.jspecify.annotations.NullMarked;
