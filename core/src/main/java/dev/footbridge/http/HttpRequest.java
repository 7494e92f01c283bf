package dev.footbridge.http;

/**
 * A request as an adapter translated it.
 *
 * @param method upper case, as sent
 * @param path decoded by nobody: as on the request line, without the query
 * @param query without the question mark, empty if there was none
 * @param headers lower-case names, all values
 * @param body whole and decoded; an adapter that refuses an oversize body while reading answers 413 itself
 * @param arrival verified facts of the platform
 */
public record HttpRequest(String method, String path, String query, Headers headers, Bytes body, Arrival arrival) {}
