/** The command line: {@code quintet startproject} and the {@code manage} of a project. */
@NullMarked
package quintet.cli;

import org.jspecify.annotations.NullMarked;
