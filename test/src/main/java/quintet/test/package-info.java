/** Tests of sites: a client without sockets, and a live server for browsers. */
@NullMarked
package quintet.test;

import org.jspecify.annotations.NullMarked;
