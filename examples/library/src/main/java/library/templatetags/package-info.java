/** What the app adds to the template language. */
@NullMarked
package library.templatetags;

import org.jspecify.annotations.NullMarked;
