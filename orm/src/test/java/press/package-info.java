/** Models with parents, for the tests of inheritance and keys. */
@NullMarked
package press;

import org.jspecify.annotations.NullMarked;
