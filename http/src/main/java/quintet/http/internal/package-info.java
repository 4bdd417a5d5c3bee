/** What only quintet.http itself uses. */
@NullMarked
package quintet.http.internal;

import org.jspecify.annotations.NullMarked;
