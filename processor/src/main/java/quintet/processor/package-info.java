/** Writes the companions of models and form records at compile time. */
@NullMarked
package quintet.processor;

import org.jspecify.annotations.NullMarked;
