/** Models of surveys, for tests of what models can be told. */
@NullMarked
package survey;

import org.jspecify.annotations.NullMarked;
