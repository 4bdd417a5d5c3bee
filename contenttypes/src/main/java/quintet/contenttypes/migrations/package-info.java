/** The history of the table of models. */
@NullMarked
package quintet.contenttypes.migrations;

import org.jspecify.annotations.NullMarked;
