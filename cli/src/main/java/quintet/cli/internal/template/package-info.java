/** Trees of files that projects and apps are made from. Not part of the API. */
@NullMarked
package quintet.cli.internal.template;

import org.jspecify.annotations.NullMarked;
