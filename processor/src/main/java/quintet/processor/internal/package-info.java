/** What generators of companions share. */
@NullMarked
package quintet.processor.internal;

import org.jspecify.annotations.NullMarked;
