/** The Jetty adapter: limits, deadlines, admission and graceful stop. */
@NullMarked
package quintet.http.internal.server;

import org.jspecify.annotations.NullMarked;
