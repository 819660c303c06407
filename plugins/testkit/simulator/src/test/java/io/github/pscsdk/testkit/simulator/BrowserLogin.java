package io.github.pscsdk.testkit.simulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser does on the way to the login page and back. */
record BrowserLogin(PscSimulator simulator, Caller caller) {
    /** The example of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** A request in order. */
    static Map<String, String> request() {
        return Caller.fields(
                "response_type", "code",
                "client_id", Caller.ID,
                "redirect_uri", Caller.REDIRECT.toString(),
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "state", "a state & more",
                "nonce", "a nonce",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256");
    }

    Answer open(Map<String, String> request) throws Exception {
        return open(Caller.encoded(request));
    }

    Answer open(String query) throws Exception {
        return caller.get(URI.create(simulator.authorizationEndpoint() + "?" + query));
    }

    /** The parameters with which the browser comes back. */
    static Map<String, String> callback(Answer answer) {
        return parameters(URI.create(answer.header("Location")));
    }

    static Map<String, String> parameters(URI callback) {
        return Arrays.stream(callback.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    String code() throws Exception {
        return callback(open(request())).get("code");
    }

    /** An exchange in order. */
    static Map<String, String> exchange(String code) {
        return Caller.fields(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Caller.REDIRECT.toString(),
                "code_verifier",
                VERIFIER);
    }
}
