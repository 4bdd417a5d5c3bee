@NullMarked
package kept;

import org.jspecify.annotations.NullMarked;
