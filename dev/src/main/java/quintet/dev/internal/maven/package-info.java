/** What Maven knows of a project, asked of Maven itself. Not part of the API. */
@NullMarked
package quintet.dev.internal.maven;

import org.jspecify.annotations.NullMarked;
