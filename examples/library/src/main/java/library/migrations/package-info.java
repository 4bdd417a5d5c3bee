/** The steps the database takes. */
@NullMarked
package library.migrations;

import org.jspecify.annotations.NullMarked;
