/** How views work inside. Not API. */
@NullMarked
package quintet.views.internal.commands;

import org.jspecify.annotations.NullMarked;
