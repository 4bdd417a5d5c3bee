/** Recorded cases of forms: fields, widgets, forms, form sets, validators. */
@NullMarked
package quintet.conform.forms;

import org.jspecify.annotations.NullMarked;
