/** Recorded queries of Django's ORM, run on SQLite and PostgreSQL. */
@NullMarked
package quintet.conform.ormsql;

import org.jspecify.annotations.NullMarked;
