/** Models that point to keys with several fields. */
@NullMarked
package freight;

import org.jspecify.annotations.NullMarked;
