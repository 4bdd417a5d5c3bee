/** Reading gettext catalogues, plural rules, locale data. */
@NullMarked
package quintet.core.internal.i18n;

import org.jspecify.annotations.NullMarked;
