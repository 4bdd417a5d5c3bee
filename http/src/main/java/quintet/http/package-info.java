/** Requests, responses, routes, middleware, static files and the server. */
@NullMarked
package quintet.http;

import org.jspecify.annotations.NullMarked;
