/** The commands of the ORM: thin, the work is done by {@link quintet.orm.Migrations}. */
@NullMarked
package quintet.orm.internal.commands;

import org.jspecify.annotations.NullMarked;
