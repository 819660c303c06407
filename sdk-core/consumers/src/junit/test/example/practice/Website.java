package example.practice;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

/** What is tested: a login by browser. */
final class Website implements AutoCloseable {
    static final String CLIENT = "practice";
    static final String SECRET = "a-secret-of-the-test";
    static final String CALLBACK = "https://practice.example/psc/callback";

    /** Who logs in where nobody else is chosen. */
    static final NationalId PHARMACIST = new NationalId("899999100011");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RelyingParty relyingParty;

    Website(PscSimulator simulator, Clock clock) {
        relyingParty = RelyingParty.builder(
                        PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                .redirectUri(URI.create(CALLBACK))
                .clock(clock)
                .build();
    }

    PscSession logIn() throws Exception {
        var login = RelyingParty.await(relyingParty::beginBrowserLogin);
        var callback =
                get(login.authorizationUri()).headers().firstValue("Location").orElseThrow();
        return RelyingParty.await(() -> relyingParty.completeBrowserLogin(URI.create(callback), login.state()));
    }

    boolean knows(PscSession session) {
        return relyingParty.session(session.id()).isPresent();
    }

    static HttpResponse<Void> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }

    @Override
    public void close() {
        relyingParty.close();
    }
}
