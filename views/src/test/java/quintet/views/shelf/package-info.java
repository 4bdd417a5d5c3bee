/** An app for tests. */
@NullMarked
package quintet.views.shelf;

import org.jspecify.annotations.NullMarked;
