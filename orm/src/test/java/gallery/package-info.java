/** Models of surveys, for tests of what models can be told. */
@NullMarked
package gallery;

import org.jspecify.annotations.NullMarked;
