package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workstation half at this proxy, of which it can reach ANS's own calls alone. */
class PlainCallsTest {
    private static final NationalId PHARMACIST = new NationalId(Bench.PHARMACIST);
    private static final String REFUSES = "899999100045";
    private static final String SILENT = "899999100060";
    private static final String UNKNOWN = "899999100086";

    @AutoClose
    private final Bench bench = Bench.start();

    @AutoClose
    private final PlainFront front = new PlainFront(bench.proxy.address());

    @AutoClose
    private final PscClient client = assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(front.address()))
            .clientId(Bench.CLIENT)
            .applicationToken(Bench.TOKEN)
            .authenticator(NamedDevice.phone())
            .authenticator(NamedDevice.card())
            .build();

    /** Logs in while the proxy polls. */
    private static AuthenticationSession logIn(Bench at, PscClient by, LoginRequest request) throws Exception {
        var login = by.loginAsync(request);
        at.until("the login has ended", login::isDone);
        return Await.outcome("the login has ended", login);
    }

    private AuthenticationSession logIn(LoginRequest request) throws Exception {
        return logIn(bench, client, request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "card"})
    void a_professional_logs_in_works_and_logs_out(String device) throws Exception {
        var session = logIn(LoginRequest.using(device).withNationalId(PHARMACIST));

        assertEquals(PHARMACIST, session.professional().nationalId());
        assertFalse(session.professional().hasName());
        assertEquals(Optional.of(device.equals("card") ? Means.CARD : Means.MOBILE), session.means());
        var answer = session.send(ApiRequest.of("PUT", "form", "declarations/1?full=true")
                .withBody("text/plain", "a body".getBytes(UTF_8)));
        assertEquals("echo", answer.text());
        var received = bench.backend.last();
        assertEquals(
                "PUT /declarations/1 full=true a body",
                String.join(" ", received.method(), received.path(), received.query(), received.body()));
        session.signOut();
        session.signOut();
        assertEquals(1, bench.simulator.count(Endpoint.LOGOUT));
        assertEquals(
                List.of(
                        "DELETE /disconnect",
                        "POST /connect",
                        "PUT /send/form/declarations/1?full=true",
                        "DELETE /disconnect"),
                front.passed());
    }

    @Test
    void a_session_that_pro_sante_connect_has_ended_is_over_at_one_of_the_next_calls() throws Exception {
        var session = logIn(LoginRequest.using("phone").withNationalId(PHARMACIST));

        bench.simulator.endSessions();

        Await.until("a call finds the session ended", () -> hasEnded(session));
        assertFalse(session.isActive());
    }

    private static boolean hasEnded(AuthenticationSession session) throws InterruptedException {
        try {
            session.send(ApiRequest.of("GET", "open", "any"));
            return false;
        } catch (PscException e) {
            return e.problem() == LoginProblem.SESSION_ENDED_AT_PSC;
        }
    }

    @Test
    void whatever_this_proxy_found_is_told_as_exactly_as_by_the_additions() {
        assertFails(LoginProblem.REFUSED, LoginRequest.using("phone", "card").withNationalId(new NationalId(REFUSES)));
        assertFails(
                LoginProblem.UNKNOWN_PROFESSIONAL, LoginRequest.using("phone").withNationalId(new NationalId(UNKNOWN)));
        assertFails(LoginProblem.BROWSER_LOGIN_NOT_OFFERED, LoginRequest.using("browser"));
    }

    @Test
    void in_conformity_mode_an_installation_without_an_application_token_logs_in() throws Exception {
        try (var open = Bench.start(ProxyServerBuilder::dangerouslyInConformityMode);
                var anonymous = PscClientBuilder.forServerHalf(open.proxy.address())
                        .clientId(Bench.CLIENT)
                        .withPlainContract()
                        .authenticator(NamedDevice.phone())
                        .build()) {
            var session = logIn(open, anonymous, LoginRequest.using("phone").withNationalId(PHARMACIST));

            assertEquals(200, session.send(ApiRequest.of("GET", "open", "any")).status());
        }
    }

    @Test
    void a_login_that_is_cancelled_opens_no_session_although_the_professional_confirms_it() throws Exception {
        var login = client.loginAsync(LoginRequest.using("phone").withNationalId(new NationalId(SILENT)));
        bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > 0);

        login.cancel(true);

        Await.until(
                "the end of the login is traced",
                () -> bench.operator().trace("CONNECT_FAILURE").isPresent());
        bench.approve();
        bench.loggedIn();
        assertEquals(List.of(Bench.PHARMACIST), PscSessions.of(bench.simulator));
    }

    @Test
    void the_health_check_says_that_the_additions_cannot_be_reached_and_that_all_is_well() throws Exception {
        var diagnosis = client.diagnose();

        assertEquals(
                List.of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED),
                diagnosis.findings().stream().map(Diagnostic::problem).toList());
        assertTrue(diagnosis.isReady());
        assertEquals(
                List.of("card", "phone"),
                diagnosis.openWays().stream().map(AuthenticatorDescriptor::id).toList());
    }

    private void assertFails(LoginProblem problem, LoginRequest request) {
        assertSame(
                problem, assertThrows(PscException.class, () -> logIn(request)).problem());
    }
}
