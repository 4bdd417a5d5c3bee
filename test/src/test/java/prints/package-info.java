@NullMarked
package prints;

import org.jspecify.annotations.NullMarked;
