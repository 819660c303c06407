package io.github.pscsdk.interop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The authorization server of a target API: it has Keycloak exchange the tokens, by the standard exchange of RFC 8693. The name that it gave
 * to Pro Santé Connect, {@code subject_issuer}, it keeps for itself: a realm that exchanges its own tokens refuses it.
 */
final class ApiServer {
    private static final String PATH = "/api/token";
    private static final Pattern NAME = Pattern.compile("&subject_issuer=psc(?=&|$)");
    private static final Pattern SUBJECT_TOKEN = Pattern.compile("(?<=subject_token=)[^&]+");

    private final List<String> subjectTokens = new CopyOnWriteArrayList<>();
    private final Relay relay;
    private final URI address;

    ApiServer(Relay relay, LoopbackServer host) {
        this.relay = relay;
        this.address = host.address().resolve(PATH);
        host.serve(PATH, this::exchange);
    }

    URI tokenEndpoint() {
        return address;
    }

    /** The access tokens that were brought to it so far, in order. */
    List<String> subjectTokens() {
        return List.copyOf(subjectTokens);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        SUBJECT_TOKEN.matcher(form).results().map(MatchResult::group).forEach(subjectTokens::add);
        var own = NAME.matcher(form).replaceFirst("").getBytes(StandardCharsets.US_ASCII);
        var given = relay.send(exchange, Front.REALM + "/protocol/openid-connect/token", own);
        Relay.answer(exchange, given, given.body());
    }
}
