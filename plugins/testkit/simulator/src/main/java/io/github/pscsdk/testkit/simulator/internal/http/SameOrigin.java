package io.github.pscsdk.testkit.simulator.internal.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses the requests of pages of another origin: cross-origin calls, and calls by a host name that was made to point to
 * loopback after the page was loaded (DNS rebinding).
 */
final class SameOrigin extends Filter {
    /** {@code none} is a person who types the address. */
    private static final Set<String> FETCH_SITES = Set.of("same-origin", "none");

    private final Set<String> authorities;

    SameOrigin(URI base) {
        this.authorities = Set.of(base.getRawAuthority(), "localhost:" + base.getPort());
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (isOurs(exchange)) {
            chain.doFilter(exchange);
        } else {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        }
    }

    private boolean isOurs(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var host = headers.getFirst("Host");
        var origin = headers.getFirst("Origin");
        var site = headers.getFirst("Sec-Fetch-Site");
        return host != null
                && authorities.contains(host)
                && (origin == null || origin.equals("http://" + host))
                && (site == null || FETCH_SITES.contains(site));
    }

    @Override
    public String description() {
        return "refuses other origins";
    }
}
