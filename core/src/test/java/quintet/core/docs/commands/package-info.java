/** Commands of the documentation's app. */
@NullMarked
package quintet.core.docs.commands;

import org.jspecify.annotations.NullMarked;
