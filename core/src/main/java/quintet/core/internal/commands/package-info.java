/** Commands that need nothing but a site: check, diffsettings, help, version, completion. Not part of the API. */
@NullMarked
package quintet.core.internal.commands;

import org.jspecify.annotations.NullMarked;
