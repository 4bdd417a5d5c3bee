/** Runs recorded cases of real Django against Quintet and counts what is equal. */
@NullMarked
package quintet.conform;

import org.jspecify.annotations.NullMarked;
