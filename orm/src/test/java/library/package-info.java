/** An app whose models the tests use. */
@NullMarked
package library;

import org.jspecify.annotations.NullMarked;
