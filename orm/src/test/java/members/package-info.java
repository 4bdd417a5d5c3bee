/** A project's own accounts, in place of those of surveys. */
@NullMarked
package members;

import org.jspecify.annotations.NullMarked;
