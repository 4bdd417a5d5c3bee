/** The Django template language. */
@NullMarked
package quintet.templates;

import org.jspecify.annotations.NullMarked;
