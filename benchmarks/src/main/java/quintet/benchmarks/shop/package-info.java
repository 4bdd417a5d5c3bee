/** The models of {@code bin/bench orm}. */
@NullMarked
package quintet.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
