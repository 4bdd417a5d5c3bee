/** The interactive shell. Not part of the API. */
@NullMarked
package quintet.internal.shell;

import org.jspecify.annotations.NullMarked;
