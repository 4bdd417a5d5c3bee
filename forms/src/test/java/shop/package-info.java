/** Models of the tests of model forms. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
