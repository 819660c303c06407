package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.model.LogoutNotice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends logout tokens, each once and without waiting for the answer (OpenID Connect Back-Channel Logout 1.0 §2.4, §2.5;
 * pro-sante-connect, section 8). The result is recorded.
 */
record LogoutNotices(Realm realm) {
    private static final Logger log = LoggerFactory.getLogger(LogoutNotices.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFE = Duration.ofMinutes(2); // §4: "preferably at most two minutes in the future"
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    void tell(Session session) {
        var client = session.client();
        client.backchannelLogoutUri().ifPresent(uri -> send(client.id(), uri, token(session)));
    }

    private String token(Session session) {
        var now = realm.simulation().now();
        var claims = new JsonObjectBuilder()
                .with("iat", now.getEpochSecond())
                .with("exp", now.plus(LIFE).getEpochSecond())
                .with("jti", UUID.randomUUID().toString())
                .with("iss", realm.issuer())
                .with("aud", session.client().id())
                .with("sub", session.sub())
                .with("typ", "Logout")
                .with("sid", session.id())
                .with("events", new JsonObjectBuilder().with(EVENT, new JsonObjectBuilder()));
        var dials = session.dials();
        var written = TokenDefects.withoutMissing(claims, dials);
        return realm.simulation()
                .journal()
                .addSecret(TokenDefects.sign(
                        written, dials.value(Dial.LOGOUT_TOKEN_DEFECT), realm.issuer(), realm.keys()));
    }

    private void send(String clientId, URI uri, String token) {
        // A JWT holds nothing that a form would have to escape.
        var request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                .build();
        Http.CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            log.info("logout token delivered: {}", answer == null ? "no answer" : "status " + answer.statusCode());
            var status = answer == null ? OptionalInt.empty() : OptionalInt.of(answer.statusCode());
            realm.simulation().journal().add(new LogoutNotice(clientId, uri, status));
        });
    }

    /** Made when it is first needed. It follows no redirect off the machine. */
    private static final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }
}
