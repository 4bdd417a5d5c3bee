/** Models with mistakes, for the tests of checks. */
@NullMarked
package flawed;

import org.jspecify.annotations.NullMarked;
