/** The entry of a project. */
@NullMarked
package quintet;

import org.jspecify.annotations.NullMarked;
