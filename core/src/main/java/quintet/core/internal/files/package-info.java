/** Names and keeping of files. */
@NullMarked
package quintet.core.internal.files;

import org.jspecify.annotations.NullMarked;
