/** Models of the recording's app {@code lab}. */
@NullMarked
package quintet.conform.ormsql.lab;

import org.jspecify.annotations.NullMarked;
