/** The commands about the database. */
@NullMarked
package quintet.orm.internal.commands;

import org.jspecify.annotations.NullMarked;
