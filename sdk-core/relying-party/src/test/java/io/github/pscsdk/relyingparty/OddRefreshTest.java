package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Refreshes at a PSC that is not as it should be. */
class OddRefreshTest {
    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;

    OddRefreshTest() throws IOException {}

    @Test
    void a_session_without_a_refresh_token_cannot_be_prolonged_and_stays() throws Exception {
        psc.tokensWithoutRefreshToken();
        var session = lab.logIn();

        var failure = assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        assertEquals(Optional.empty(), lab.party.refreshBefore(session.id()));
        assertEquals(Optional.of(session), lab.party.session(session.id()));
    }

    @Test
    void a_session_whose_end_was_reported_by_the_sid_that_its_refresh_brings_is_over() throws Exception {
        var session = lab.logIn();
        await(lab.party.acceptLogoutToken(psc.logoutToken("of-the-refresh")));
        psc.tokens(claims -> claims.put("sid", "of-the-refresh"));

        var failure = assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())));

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure.problem());
        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }

    @Test
    void an_id_token_that_has_expired_is_not_taken_though_what_came_with_it_is_kept() throws Exception {
        var session = lab.logIn();
        var past = lab.clock.instant().minusSeconds(3_600).getEpochSecond();
        psc.tokens(claims -> claims.put("exp", past), "\"refresh_token\":\"newest\",");

        var failure = assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())));

        assertEquals(LoginProblem.ID_TOKEN_REJECTED, failure.problem());
        psc.tokens(claims -> {});
        await(lab.party.refresh(session.id()));
        assertEquals(1, psc.forms("refresh_token=newest"));
    }

    @Test
    void a_refresh_with_a_blank_sid_gives_the_session_no_other_name() throws Exception {
        var session = lab.logIn();
        psc.tokens(claims -> claims.put("sid", " "));

        await(lab.party.refresh(session.id()));

        var stored = new String(lab.store.sessions().get(0), StandardCharsets.UTF_8);
        assertFalse(stored.contains("\" \""), "a blank name");
    }
}
