/** The demo's one app: books, their authors and subjects, and what readers say about them. */
@NullMarked
package library;

import org.jspecify.annotations.NullMarked;
