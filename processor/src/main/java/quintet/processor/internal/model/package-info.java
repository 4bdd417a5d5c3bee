/** Companions of models. */
@NullMarked
package quintet.processor.internal.model;

import org.jspecify.annotations.NullMarked;
