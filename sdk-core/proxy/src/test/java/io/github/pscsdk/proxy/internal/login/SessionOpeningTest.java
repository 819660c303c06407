package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The tokens of all backends, without which no session is open. */
class SessionOpeningTest {
    private static final String REFUSAL = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

    @AutoClose
    private final LoginsBench bench = new LoginsBench();

    private ActiveSession active() throws Exception {
        var node = bench.node(TraceStore.inMemory(100, bench.clock), Scheduler.of(bench.clock, "node"));
        var login = bench.begin(node);
        var code = Await.outcome("the page shows a code", LoginsBench.comeBack(node, LoginsBench.logIn(login)));
        var state = Await.outcome(
                "the session is open", node.takeCode(login.id(), LoginsBench.CALLER, code.reveal(), Locale.ENGLISH));
        var id = new SessionId(state.proxySessionId().orElseThrow());
        return new ActiveSession(bench.client(), bench.client().session(id).orElseThrow());
    }

    private static ApiAudience at(String name, RawPeer server) {
        var client = ApiClientRegistration.of("there", ClientAuthentication.clientSecretPost("fictitious"));
        return ApiAudience.of(name, server.uri().resolve("/token"), client);
    }

    @Test
    void one_that_refuses_fails_it_at_once_whatever_the_others_do() throws Exception {
        try (var silent = RawPeer.hanging();
                var refusing = new RawPeer(RawPeer.Manner.answering(REFUSAL))) {
            var opening = new SessionOpening(() -> List.of(at("silent", silent), at("refusing", refusing)), null, null);

            var open = opening.open(active(), LoginsBench.CALLER.origin(), () -> true);

            var failure = assertThrows(PscException.class, () -> Await.outcome("it fails", open));
            assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
        }
    }

    @Test
    void one_that_nobody_waits_for_is_cancelled_before_anything_is_traced() throws Exception {
        var opening = new SessionOpening(List::of, null, null);

        var open = opening.open(active(), LoginsBench.CALLER.origin(), () -> false);

        assertThrows(CancellationException.class, () -> Await.outcome("it fails", open));
    }
}
