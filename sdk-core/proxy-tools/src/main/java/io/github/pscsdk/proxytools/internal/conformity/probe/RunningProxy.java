package io.github.pscsdk.proxytools.internal.conformity.probe;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxytools.internal.conformity.json.JsonResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;

/** A running proxy, called as an application calls it. */
public final class RunningProxy {
    private static final String LOGINS = "/v1/logins";

    private final HttpClient client;
    private final HttpCalls anybody;
    private final HttpCalls application;
    private final String clientId;

    /**
     * @param base where it is
     * @param applicationToken what it knows an application by
     * @param clientId a client id that it serves
     * @param authorities trusted in https calls
     */
    public RunningProxy(URI base, String applicationToken, String clientId, TrustedAuthorities authorities) {
        this.client = authorities.client();
        this.anybody = new HttpCalls(client, base, Map.of());
        this.application = anybody.with("Authorization", "Bearer " + applicationToken);
        this.clientId = clientId;
    }

    /** With an application token. */
    HttpCalls application() {
        return application;
    }

    /** Without one. */
    HttpCalls anybody() {
        return anybody;
    }

    /** As whoever holds that session. */
    HttpCalls inSession(String id) {
        return application.with("Cookie", "proxy_session_id=" + id);
    }

    /** Whether it logs fictitious people in, and nobody else. */
    boolean isAtSimulator() throws IOException, InterruptedException {
        var environment = application.get("/v1/status").document().text("environment");
        return environment.filter(Environment.SIMULATOR.name()::equals).isPresent();
    }

    /** A login that has begun: its id and, in the browser, where to go. */
    record Begun(String id, Optional<URI> address, Optional<String> deadline) {
        static Optional<Begun> of(JsonResponse response) {
            var address = response.text("authorizationUri").map(URI::create);
            return response.text("id").map(id -> new Begun(id, address, response.text("deadline")));
        }
    }

    /** Begins a login in the browser; until somebody opens its address, Pro Santé Connect knows nothing of it. */
    Begun inBrowser() throws IOException, InterruptedException {
        var reply = application.json(LOGINS, Map.of("wayIn", "BROWSER", "clientId", clientId));
        return Begun.of(reply.document())
                .filter(begun -> begun.address().isPresent())
                .orElseThrow(() -> new IOException("no login began"));
    }

    /** Opens the address that a login sends the browser to, if it is a simulator's: never Pro Santé Connect's. */
    HttpCalls.Reply open(Begun login) throws IOException, InterruptedException {
        var page = login.address()
                .filter(Simulator::isWhereSimulatorsAre)
                .orElseThrow(() -> new IOException("the login leads elsewhere"));
        return new HttpCalls(client, page, Map.of()).get(page.toString());
    }

    /** Asks a fictitious professional on their device. */
    HttpCalls.Reply onDevice(String nationalId, String bindingMessage) throws IOException, InterruptedException {
        return application.json(
                LOGINS,
                Map.of(
                        "wayIn", "BACKCHANNEL",
                        "clientId", clientId,
                        "nationalId", nationalId,
                        "channel", "MOBILE",
                        "bindingMessage", bindingMessage));
    }

    /** Where a login stands, at the latest after some seconds. */
    HttpCalls.Reply follow(String id, int seconds) throws IOException, InterruptedException {
        return application.get(LOGINS + "/" + id + "?wait=" + seconds);
    }

    /** Ends a login that has begun. */
    void cancel(String id) throws IOException, InterruptedException {
        application.delete(LOGINS + "/" + id);
    }
}
