/** The examples of the documentation, compiled and run. */
@NullMarked
package quintet.views.docs;

import org.jspecify.annotations.NullMarked;
