/** Measurements of Quintet beside what it stands on, interleaved in one run so that a busy machine slows all alike. */
@NullMarked
package quintet.benchmarks;

import org.jspecify.annotations.NullMarked;
