/** Rules behind the public validators; not API. */
@NullMarked
package quintet.fields.internal;

import org.jspecify.annotations.NullMarked;
