/** Field annotations, validators, choices and conversions shared by models, forms and serializers. */
@NullMarked
package quintet.fields;

import org.jspecify.annotations.NullMarked;
