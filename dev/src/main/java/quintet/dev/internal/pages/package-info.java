/** The pages a developer sees: errors, and the frame that all pages share. */
@NullMarked
package quintet.dev.internal.pages;

import org.jspecify.annotations.NullMarked;
