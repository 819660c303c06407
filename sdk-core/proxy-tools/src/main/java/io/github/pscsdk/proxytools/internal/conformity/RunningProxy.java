package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.api.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A running proxy, called as an application calls it. */
final class RunningProxy {
    private static final String LOGINS = "/v1/logins";

    private final ConformityCalls anybody;
    private final ConformityCalls application;
    private final String clientId;

    /**
     * @param clientId a client id that it serves
     * @param trusted in https calls, instead of the Java platform's authorities
     */
    RunningProxy(URI base, String applicationToken, String clientId, Optional<SSLContext> trusted) {
        this.anybody = ConformityCalls.to(base, trusted);
        this.application = anybody.with("Authorization", "Bearer " + applicationToken);
        this.clientId = clientId;
    }

    ConformityCalls anybody() {
        return anybody;
    }

    ConformityCalls inSession(String id) {
        return application.with("Cookie", "proxy_session_id=" + id);
    }

    /** Whether it logs fictitious people in, and nobody else. */
    boolean isAtSimulator() throws IOException, InterruptedException {
        return application.get("/v1/status").document().has("environment", Environment.SIMULATOR.name());
    }

    /** @param address to which the browser is sent; empty of a login on a device */
    record Begun(String id, Optional<URI> address, Optional<String> deadline) {
        static Optional<Begun> of(JsonResponse response) {
            var address = response.text("authorizationUri").map(URI::create);
            return response.text("id").map(id -> new Begun(id, address, response.text("deadline")));
        }
    }

    /** The value of a query parameter that is there exactly once. */
    static Optional<String> parameter(URI address, String name) {
        var values = Stream.of(
                        Optional.ofNullable(address.getRawQuery()).orElse("").split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Begins a login in the browser; until somebody opens its address, Pro Santé Connect knows nothing of it. */
    Begun inBrowser() throws IOException, InterruptedException {
        var reply = application.json(LOGINS, Map.of("wayIn", "BROWSER", "clientId", clientId));
        return Begun.of(reply.document())
                .filter(begun -> begun.address().isPresent())
                .orElseThrow(() -> new IOException("no login began"));
    }

    /** Opens the address that a login sends the browser to, if it is a simulator's: never Pro Santé Connect's. */
    ConformityCalls.Reply open(Begun login) throws IOException, InterruptedException {
        var page = login.address()
                .filter(Simulator::isWhereSimulatorsAre)
                .orElseThrow(() -> new IOException("the login leads elsewhere"));
        return new ConformityCalls(anybody.client(), page, Map.of()).get(page.toString());
    }

    ConformityCalls.Reply onDevice(String nationalId, String bindingMessage) throws IOException, InterruptedException {
        return application.json(
                LOGINS,
                Map.of(
                        "wayIn", "BACKCHANNEL",
                        "clientId", clientId,
                        "nationalId", nationalId,
                        "channel", "MOBILE",
                        "bindingMessage", bindingMessage));
    }

    ConformityCalls.Reply follow(String id, int seconds) throws IOException, InterruptedException {
        return application.get(LOGINS + "/" + id + "?wait=" + seconds);
    }

    void cancel(String id) throws IOException, InterruptedException {
        application.delete(LOGINS + "/" + id);
    }
}
