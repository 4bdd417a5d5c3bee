/** Writes companions of form records. */
@NullMarked
package quintet.processor.internal.forms;

import org.jspecify.annotations.NullMarked;
