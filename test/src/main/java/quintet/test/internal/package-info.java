/** How tests get their site and database. */
@NullMarked
package quintet.test.internal;

import org.jspecify.annotations.NullMarked;
