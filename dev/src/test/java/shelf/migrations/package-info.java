/** The migrations of the shelf. */
@NullMarked
package shelf.migrations;

import org.jspecify.annotations.NullMarked;
