/** A model with what only PostgreSQL has. */
@NullMarked
package depot;

import org.jspecify.annotations.NullMarked;
