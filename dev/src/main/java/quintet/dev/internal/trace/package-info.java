/** What requests did: statements, times, and the code they came from. */
@NullMarked
package quintet.dev.internal.trace;

import org.jspecify.annotations.NullMarked;
