/** What runs in the child process: the site, and the channel to its supervisor. Not part of the API. */
@NullMarked
package quintet.dev.internal.child;

import org.jspecify.annotations.NullMarked;
