/** From rows to objects and back. */
@NullMarked
package quintet.orm.internal.load;

import org.jspecify.annotations.NullMarked;
