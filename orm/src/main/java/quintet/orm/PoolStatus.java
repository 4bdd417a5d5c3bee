package quintet.orm;

/**
 * How a database's connections are used at a moment, and what they have done.
 *
 * @param active connections in use
 * @param idle connections that are open and free
 * @param waiting threads that wait for one
 * @param max the most that may be open
 * @param timeouts statements stopped because they ran too long
 * @param leaks connections reported as out for too long
 */
public record PoolStatus(int active, int idle, int waiting, int max, long timeouts, long leaks) {}
