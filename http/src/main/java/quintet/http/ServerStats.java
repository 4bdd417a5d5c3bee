package quintet.http;

/**
 * Counters of a server since its start.
 *
 * @param inFlight requests being answered now
 * @param served requests answered by the handler
 * @param refused requests refused with 503 because too many were in flight or the server was stopping
 * @param rejected requests that never reached the handler: malformed, too large, too slow
 * @param connections connections open now
 */
public record ServerStats(int inFlight, long served, long refused, long rejected, int connections) {}
