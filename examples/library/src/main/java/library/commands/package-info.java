/** What the app adds to the command line. */
@NullMarked
package library.commands;

import org.jspecify.annotations.NullMarked;
