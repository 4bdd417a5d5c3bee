/** What the parts of the development server share. Not part of the API. */
@NullMarked
package quintet.dev.internal;

import org.jspecify.annotations.NullMarked;
