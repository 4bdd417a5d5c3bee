/** Quintet's queries beside JDBC, jOOQ, Hibernate, Jdbi and Spring's JdbcClient. */
@NullMarked
package quintet.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
