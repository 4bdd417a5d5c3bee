/** Recorded migrations: model lists as operations, the autodetector's answers and SQL in the recording's form. */
@NullMarked
package quintet.conform.schema;

import org.jspecify.annotations.NullMarked;
