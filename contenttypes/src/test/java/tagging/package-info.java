/** Things that carry tags. */
@NullMarked
package tagging;

import org.jspecify.annotations.NullMarked;
