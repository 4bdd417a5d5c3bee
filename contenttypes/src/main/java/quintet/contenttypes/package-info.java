/** The models of a site as rows, and relations to rows of any of them. Django's {@code django.contrib.contenttypes}. */
@NullMarked
package quintet.contenttypes;

import org.jspecify.annotations.NullMarked;
