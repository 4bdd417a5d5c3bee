/** Tags of the test app. */
@NullMarked
package quintet.views.shelf.templatetags;

import org.jspecify.annotations.NullMarked;
