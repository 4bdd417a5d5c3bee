/** Static files: where they are found, their hashed names, and how they are sent. */
@NullMarked
package quintet.http.internal.statics;

import org.jspecify.annotations.NullMarked;
