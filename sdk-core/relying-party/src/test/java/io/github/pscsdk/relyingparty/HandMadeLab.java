package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.util.Set;

/** A relying party and its store at a PSC that answers what a test wants. */
final class HandMadeLab implements AutoCloseable {
    final HandMadePsc psc = new HandMadePsc();
    final TestTime time = psc.time;
    final VirtualClock clock = time.clock;
    final CountingStore store = new CountingStore(SessionStore.inMemory(clock));
    final RelyingParty party = node();

    HandMadeLab() throws IOException {}

    /** One more relying party of the same client, with the same store. */
    RelyingParty node() {
        return psc.party().sessionStore(store).build();
    }

    PscSession logIn() throws Exception {
        return logIn(Lab.PHARMACIST);
    }

    PscSession logIn(NationalId id) throws Exception {
        return time.outcome(
                await(party.beginBackchannelLogin(BackchannelRequest.onMobile(id), new BindingMessage("42"))));
    }

    PscSession outcome(BackchannelLogin login) throws Exception {
        return time.outcome(login);
    }

    /** How a login fails, of which nothing is kept. */
    LoginProblem failure() {
        var failure = assertThrows(PscException.class, () -> logIn());
        assertEquals(Set.of(), store.kept());
        return (LoginProblem) failure.problem();
    }

    @Override
    public void close() {
        party.close();
        psc.close();
    }
}
