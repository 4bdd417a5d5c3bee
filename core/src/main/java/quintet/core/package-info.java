/** Site, settings, apps, signals, commands, checks, signing, translation, errors. */
@NullMarked
package quintet.core;

import org.jspecify.annotations.NullMarked;
