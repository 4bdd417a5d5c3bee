/** The cases of the template language. */
@NullMarked
package quintet.conform.templates;

import org.jspecify.annotations.NullMarked;
