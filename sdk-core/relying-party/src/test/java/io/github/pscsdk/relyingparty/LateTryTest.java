package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.FaultyStore.Step.FIND;
import static io.github.pscsdk.relyingparty.FaultyStore.Step.PUT;
import static io.github.pscsdk.relyingparty.FaultyStore.Step.REMOVE;
import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A login whose session a store takes at the second try, while the first one goes on. */
class LateTryTest {
    private static final String SESSION = "psc/session/";
    private static final String MARK = "psc/ended/psc/sub/";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final FaultyStore way = new FaultyStore(lab.time, lab.store);

    @AutoClose
    private final RelyingParty party = lab.psc.party().sessionStore(way).build();

    LateTryTest() throws IOException {}

    private PscSession logIn() throws Exception {
        return lab.outcome(await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));
    }

    @Test
    void its_session_lives_on_when_the_first_try_fails_late() throws Exception {
        var first = way.hold(FIND, MARK);
        var session = logIn();

        first.fail();

        lab.time.settle();
        assertEquals(1, way.done(REMOVE, SESSION));
        assertEquals(session, await(party.requireSession(session.id())));
        assertEquals(0, lab.psc.count("/logout"));
    }

    @Test
    void its_session_lives_on_when_the_first_try_is_done_late_and_the_second_one_fails_after_it() throws Exception {
        var first = way.hold(FIND, MARK);
        var second = way.hold(FIND, MARK);
        var login = await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        // The first poll, the limit of the first try, and the pause before the second one.
        lab.time.pass(Duration.ofSeconds(1).plus(StoreCalls.LIMIT).plusSeconds(1));
        first.goOn();
        var session = lab.outcome(login);

        second.fail();

        lab.time.settle();
        assertEquals(1, way.done(REMOVE, SESSION));
        assertEquals(session, await(party.requireSession(session.id())));
        assertEquals(0, lab.psc.count("/logout"));
    }

    @Test
    void its_session_is_the_only_one_when_the_first_try_is_done_late() throws Exception {
        var first = way.hold(FIND, MARK);
        var session = logIn();

        first.goOn();

        lab.time.settle();
        assertEquals(1, way.done(REMOVE, SESSION));
        assertEquals(session, await(party.requireSession(session.id())));
        assertEquals(0, lab.psc.count("/logout"));
    }

    @Test
    void a_logout_ends_its_session_for_good_when_the_first_try_is_done_late() throws Exception {
        var first = way.hold(PUT, SESSION);
        var session = logIn();
        await(party.signOut(session.id()));
        var written = way.done(PUT, SESSION);

        first.goOn();

        lab.time.settle();
        assertEquals(written + 1, way.done(PUT, SESSION));
        assertEquals(Optional.empty(), party.session(session.id()));
        assertEquals(List.of(), lab.store.sessions());
    }

    @Test
    void a_login_that_is_cancelled_while_its_session_is_written_leaves_none() throws Exception {
        var writing = way.hold(FIND, MARK);
        var login = await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        lab.time.pass(Duration.ofSeconds(1));
        assertEquals(1, lab.store.sessions().size(), "it is written, and not yet known to be");
        login.cancel();
        lab.time.settle();

        writing.goOn();

        assertThrows(CancellationException.class, () -> lab.outcome(login));
        lab.time.settle();
        assertEquals(List.of(), lab.store.sessions());
        assertEquals(1, lab.psc.count("/logout"));
    }

    @Test
    void of_a_login_that_is_cancelled_while_psc_grants_it_nobody_asks_for_the_person() throws Exception {
        var granted = lab.psc.holdNext("/token");
        var login = await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")));
        lab.time.pass(Duration.ofSeconds(1));
        login.cancel();

        granted.complete(null);

        lab.time.settle();
        assertEquals(1, lab.psc.count("/logout"), "it was granted");
        assertEquals(0, lab.psc.count("/userinfo"));
    }
}
