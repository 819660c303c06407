package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tokens for target APIs by Keycloak's standard exchange, and the refresh that comes before it. A node whose clock is ahead stands for time
 * that has passed: to it the access token is about to expire, to Keycloak all of it is fresh.
 */
@AgainstKeycloak
class ExchangeIT {
    // How long one lives in this realm.
    private static final Duration ACCESS_TOKEN = Duration.ofMinutes(2);

    private final Wallet wallet;
    private final SessionStore store = SessionStore.inMemory(Clock.systemUTC());
    private final RelyingParty party;
    private final RelyingParty later;
    private final RelyingParty latest;

    ExchangeIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.party = node(Clock.systemUTC());
        this.later = node(Clock.offset(Clock.systemUTC(), ACCESS_TOKEN));
        this.latest = node(Clock.offset(Clock.systemUTC(), ACCESS_TOKEN.multipliedBy(2)));
    }

    private RelyingParty node(Clock clock) throws Exception {
        return wallet.party()
                .client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic(Wallet.SECRET))
                .sessionStore(store)
                .clock(clock)
                .leeway(Duration.ofMinutes(5))
                .build();
    }

    @AfterEach
    void close() {
        party.close();
        later.close();
        latest.close();
    }

    private ApiAudience api(String name) {
        return ApiAudience.of(name, wallet.api().tokenEndpoint(), ApiClientRegistration.dangerouslyWithClientOfPsc());
    }

    @Test
    void an_api_token_is_exchanged_once_and_kept() throws Exception {
        var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

        var token = await(() -> party.exchange(session.id(), api("annuaire")));

        assertEquals(
                token.reveal(),
                await(() -> party.exchange(session.id(), api("annuaire"))).reveal());
        assertNotEquals(
                token.reveal(),
                await(() -> party.exchange(session.id(), api("ordonnances"))).reveal());
    }

    @Test
    void an_access_token_that_is_about_to_expire_is_refreshed_first_each_time_with_the_newest_refresh_token()
            throws Exception {
        var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);
        var before = wallet.api().subjectTokens().size();

        await(() -> party.exchange(session.id(), api("annuaire")));
        await(() -> later.exchange(session.id(), api("ordonnances")));
        await(() -> latest.exchange(session.id(), api("dossiers")));

        // The realm takes a refresh token once.
        var brought = wallet.api().subjectTokens();
        assertEquals(3, Set.copyOf(brought.subList(before, brought.size())).size());
        assertEquals(Optional.of(session), party.session(session.id()));
    }

    @Test
    void a_session_that_has_ended_at_keycloak_ends_here_at_the_next_refresh() throws Exception {
        var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);
        wallet.admin().endSession(session.sessionState());

        var failure =
                assertThrows(PscException.class, () -> await(() -> later.exchange(session.id(), api("annuaire"))));

        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure.problem());
        assertEquals(Optional.empty(), party.session(session.id()));
    }

    @Test
    void keycloak_alone_refuses_the_name_that_an_api_has_for_psc() throws Exception {
        var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);
        var realm = party.environment().issuer() + "/protocol/openid-connect/token";

        var failure = assertThrows(
                PscException.class,
                () -> await(() -> party.exchange(
                        session.id(),
                        ApiAudience.of("psc", URI.create(realm), ApiClientRegistration.dangerouslyWithClientOfPsc()))));

        assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
    }
}
