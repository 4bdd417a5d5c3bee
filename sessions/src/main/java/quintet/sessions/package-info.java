/** What a site remembers of a visitor from one request to the next: messages for the next page. */
@NullMarked
package quintet.sessions;

import org.jspecify.annotations.NullMarked;
