/** Checks of models: what the compiler cannot see. */
@NullMarked
package quintet.orm.internal.checks;

import org.jspecify.annotations.NullMarked;
