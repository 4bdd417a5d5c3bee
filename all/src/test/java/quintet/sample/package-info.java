/** A project for tests. */
@NullMarked
package quintet.sample;

import org.jspecify.annotations.NullMarked;
