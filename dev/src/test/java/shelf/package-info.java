/** A project for the tests of the developer's pages. */
@NullMarked
package shelf;

import org.jspecify.annotations.NullMarked;
