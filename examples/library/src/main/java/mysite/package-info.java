/** The demo's project: settings and routes. */
@NullMarked
package mysite;

import org.jspecify.annotations.NullMarked;
