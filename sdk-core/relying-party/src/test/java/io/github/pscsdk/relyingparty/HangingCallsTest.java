package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls that hang hold up nobody: neither at another endpoint, nor at the same one, nor behind what goes on in the background. */
class HangingCallsTest {
    private static final String REFRESH = "refresh_token=refresh-1";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    /** On threads of its own, and with prolonging. */
    @AutoClose
    private final RelyingParty party = RelyingParty.builder(lab.psc.environment())
            .client(HandMadePsc.CLIENT, ClientAuthentication.clientSecretPost("a fictitious secret"))
            .clock(lab.clock)
            .sessionStore(lab.store)
            .build();

    HangingCallsTest() throws IOException {}

    /** A whole login, by the back channel, and the refresh of its session. */
    private void assertNotHeldUp() throws Exception {
        lab.psc.tokens(claims -> {}, "\"refresh_token\":\"refresh-2\",");
        var login = await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        lab.clock.advance(Duration.ofSeconds(1));
        var session = Await.outcome("the stranger's login", login.outcome());
        await(party.refresh(session.id()));
    }

    private List<PscSession> sessions(int count) throws Exception {
        List<PscSession> sessions = new ArrayList<>();
        for (var i = 0; i < count; i++) {
            lab.psc.tokens(claims -> {});
            sessions.add(lab.logIn());
        }
        return sessions;
    }

    @Test
    void thirty_calls_that_hang_hold_up_nobody_and_all_succeed_in_the_end() throws Exception {
        var sessions = sessions(30);
        var refreshes = lab.psc.forms(REFRESH);
        var hold = lab.psc.hold(REFRESH, 30);

        var hanging = sessions.stream()
                .map(session -> party.refresh(session.id()).toCompletableFuture())
                .toList();
        Await.until("all thirty hang, though there are twelve places", () -> lab.psc.forms(REFRESH) == refreshes + 30);

        assertNotHeldUp();
        assertTrue(hanging.stream().noneMatch(refresh -> refresh.isDone()));
        hold.complete(null);
        for (var refresh : hanging) {
            await(refresh);
        }
    }

    @Test
    void sessions_that_are_due_for_prolonging_take_few_places() throws Exception {
        var sessions = sessions(15);
        var refreshes = lab.psc.forms(REFRESH);
        var hold = lab.psc.hold(REFRESH, 15);
        lab.clock.advance(Duration.ofMinutes(11));

        for (var session : sessions) {
            assertTrue(party.session(session.id()).isPresent());
        }
        Await.until("the first ones hang", () -> lab.psc.forms(REFRESH) == refreshes + 6);

        assertNotHeldUp();
        assertEquals(refreshes + 6, lab.psc.forms(REFRESH), "none of the others in line");
        hold.complete(null);
        Await.until("all were prolonged", () -> lab.psc.forms(REFRESH) == refreshes + 15);
    }

    @Test
    void a_session_that_waited_for_its_turn_for_a_minute_is_left_to_its_next_activity() throws Exception {
        var sessions = sessions(15);
        var refreshes = lab.psc.forms(REFRESH);
        var hold = lab.psc.hold(REFRESH, 6);
        lab.clock.advance(Duration.ofMinutes(11));
        for (var session : sessions) {
            assertTrue(party.session(session.id()).isPresent());
        }
        Await.until("the first ones hang", () -> lab.psc.forms(REFRESH) == refreshes + 6);

        lab.clock.advance(Duration.ofSeconds(61));
        hold.complete(null);
        assertTrue(party.session(sessions.get(14).id()).isPresent());

        Await.until("that one is prolonged", () -> lab.psc.forms(REFRESH) == refreshes + 7);
        assertNotHeldUp();
        assertEquals(refreshes + 7, lab.psc.forms(REFRESH), "and none of the others");
    }
}
