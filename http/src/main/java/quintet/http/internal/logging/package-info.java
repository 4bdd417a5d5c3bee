/** Logging with Logback, which is optional. */
@NullMarked
package quintet.http.internal.logging;

import org.jspecify.annotations.NullMarked;
