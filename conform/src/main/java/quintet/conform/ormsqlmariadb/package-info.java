/** The cases of {@code orm_sql} on MariaDB. */
@NullMarked
package quintet.conform.ormsqlmariadb;

import org.jspecify.annotations.NullMarked;
