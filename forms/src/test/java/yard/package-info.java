/** Models that point to keys with several fields, for the tests of forms. */
@NullMarked
package yard;

import org.jspecify.annotations.NullMarked;
