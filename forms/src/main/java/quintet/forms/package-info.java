/** Forms, formsets, widgets and uploads. */
@NullMarked
package quintet.forms;

import org.jspecify.annotations.NullMarked;
