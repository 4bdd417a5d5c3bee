/** Commands of the project for tests. */
@NullMarked
package quintet.sample.commands;

import org.jspecify.annotations.NullMarked;
