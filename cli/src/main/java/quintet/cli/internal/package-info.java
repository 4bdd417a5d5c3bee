/** Commands that make projects and apps and run a project's tests. Not part of the API. */
@NullMarked
package quintet.cli.internal;

import org.jspecify.annotations.NullMarked;
