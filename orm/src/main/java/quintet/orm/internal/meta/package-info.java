/** Names and types of models. */
@NullMarked
package quintet.orm.internal.meta;

import org.jspecify.annotations.NullMarked;
