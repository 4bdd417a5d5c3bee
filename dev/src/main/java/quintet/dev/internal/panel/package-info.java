/** The pages below {@code /_dev/}. */
@NullMarked
package quintet.dev.internal.panel;

import org.jspecify.annotations.NullMarked;
