/** Models of the recording's app {@code lab}; as in a user's project, not marked for null checks. */
package quintet.conform.ormsql.lab;
