/** What the parts of the ORM share. */
@NullMarked
package quintet.orm.internal;

import org.jspecify.annotations.NullMarked;
