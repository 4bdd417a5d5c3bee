/** The examples of the documentation, compiled and run. */
@NullMarked
package quintet.sessions.docs;

import org.jspecify.annotations.NullMarked;
