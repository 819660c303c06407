package io.github.pscsdk.example.badge;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticatorServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The service of the badge's maker, which reaches the badge. It answers each request with a word; whatever else happens
 * becomes a {@link BadgeProblem} here. Safe for any thread.
 */
record BadgeService(AuthenticatorServices services, URI address) {
    /** For an answer, in a login. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** Empty if the service cannot be asked with what is set. */
    static Optional<BadgeService> of(AuthenticatorServices services) {
        var key = services.setting("key", char[].class);
        key.ifPresent(copy -> Arrays.fill(copy, '\0'));
        var address = services.setting("service", URI.class).filter(any -> key.isPresent());
        return address.map(given -> new BadgeService(services, given));
    }

    static boolean isPairing(String text) {
        return text.matches("[0-9a-f]{32}");
    }

    /** Where a pairing is, or what is under it. */
    URI pairings(String path) {
        return URI.create(address + "/pairings/" + path);
    }

    /** A new pairing, which waits for a badge that scans it. */
    String newPairing() throws PscException, InterruptedException {
        return Optional.of(ask("POST", "", "", LIMIT))
                .filter(BadgeService::isPairing)
                .orElseThrow(() -> new PscException(BadgeProblem.SERVICE_FAILED, "that is no pairing"));
    }

    /** {@code waiting} for a scan, {@code here}, {@code away}, or {@code unknown}. */
    String stateOf(String pairing, Duration limit) throws PscException, InterruptedException {
        return ask("GET", pairing, "", limit);
    }

    /** Lets the badge show a new code. */
    void showCode(String pairing) throws PscException, InterruptedException {
        if (!"shown".equals(ask("POST", pairing + "/codes", "", LIMIT))) {
            throw new PscException(BadgeProblem.AWAY, "the badge shows no code");
        }
    }

    /** Whose badge shows that code; empty for a wrong one. */
    Optional<NationalId> holder(String pairing, char[] code) throws PscException, InterruptedException {
        var answer = ask("POST", pairing + "/checks", new String(code), LIMIT);
        try {
            return "wrong".equals(answer) ? Optional.empty() : Optional.of(new NationalId(answer));
        } catch (IllegalArgumentException e) {
            throw new PscException(BadgeProblem.SERVICE_FAILED, "that is no answer to a code");
        }
    }

    private String ask(String method, String path, String body, Duration limit)
            throws PscException, InterruptedException {
        try {
            var response = services.httpClient()
                    .send(request(method, path, body, limit), BodyHandlers.ofString(StandardCharsets.US_ASCII));
            return switch (response.statusCode()) {
                case 200 -> response.body();
                case 401 -> throw new PscException(BadgeProblem.KEY_REFUSED, "the maker's service refuses the key");
                default -> throw new PscException(BadgeProblem.SERVICE_FAILED, "answered " + response.statusCode());
            };
        } catch (IOException e) {
            throw new PscException(BadgeProblem.SERVICE_FAILED, "the maker's service does not answer", e);
        }
    }

    /** With the key as RFC 7617 has it. As it is, a key that can be no header would be repeated by an exception. */
    private HttpRequest request(String method, String path, String body, Duration limit) throws PscException {
        var key = services.setting("key", char[].class).orElseThrow();
        var pair = ("practice:" + new String(key)).getBytes(StandardCharsets.UTF_8);
        Arrays.fill(key, '\0');
        try {
            return HttpRequest.newBuilder(pairings(path))
                    .timeout(limit)
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                    .method(method, BodyPublishers.ofString(body))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new PscException(BadgeProblem.SERVICE_FAILED, "the address leads nowhere", e);
        }
    }
}
