/** The development server: supervisor, compiler, error pages. Not part of a production site. */
@NullMarked
package quintet.dev;

import org.jspecify.annotations.NullMarked;
