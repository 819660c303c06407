package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.json.CertificateConfirmation;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.support.Await;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of an API whose own Keycloak knows Pro Santé Connect as an identity provider: exchanged, refreshed, given back. */
@AgainstKeycloak
class ApiRealmIT {
    // How long a token of that realm lives.
    private static final Duration API_TOKEN = Duration.ofMinutes(1);

    private final ApiRealm api;
    private final ApiAudience audience;
    private final Wallet wallet;
    private final SessionStore store = SessionStore.inMemory(Clock.systemUTC());
    private final RelyingParty party;
    private final RelyingParty later;
    private PscSession session;

    ApiRealmIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.api = wallet.apiRealm();
        this.audience = api.audience(ApiRealm.CLIENT);
        this.party = node(Clock.systemUTC());
        this.later = node(Clock.offset(Clock.systemUTC(), API_TOKEN));
    }

    private RelyingParty node(Clock clock) throws Exception {
        return wallet.party()
                .client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic(Wallet.SECRET))
                .api(audience)
                .sessionStore(store)
                .clock(clock)
                .leeway(Duration.ofMinutes(5))
                .build();
    }

    @BeforeEach
    void logIn() throws Exception {
        session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);
    }

    @AfterEach
    void close() {
        party.close();
        later.close();
    }

    @Test
    void the_access_token_of_psc_is_taken_by_the_name_that_the_api_has_for_psc() throws Exception {
        var before = api.questions();

        var token = await(() -> party.exchange(session.id(), audience));

        var said = api.introspect(token);
        assertTrue(said.path("active").asBoolean(), said::toString);
        assertEquals(ApiRealm.CLIENT, said.path("client_id").asText());
        assertEquals(Wallet.PHARMACIST.value(), said.path("username").asText());
        assertTrue(CertificateConfirmation.in(token.reveal()).isEmpty());
        assertEquals(before + 1, api.questions());
    }

    @Test
    void an_api_token_is_refreshed_there_without_asking_psc_again() throws Exception {
        var first = await(() -> party.exchange(session.id(), audience));
        var before = api.questions();

        var second = await(() -> later.exchange(session.id(), audience));

        assertNotEquals(first.reveal(), second.reveal());
        assertTrue(api.introspect(second).path("active").asBoolean());
        assertEquals(before, api.questions());
    }

    @Test
    void a_sign_out_gives_the_api_token_back() throws Exception {
        var token = await(() -> party.exchange(session.id(), audience));
        assertTrue(api.introspect(token).path("active").asBoolean());

        await(() -> party.signOut(session.id()));

        // In the background.
        Await.until(
                "the token is given back",
                () -> !api.introspect(token).path("active").asBoolean());
    }

    @Test
    void a_refused_token_is_replaced_by_another_exchange() throws Exception {
        var refused = await(() -> party.exchange(session.id(), audience));
        var before = api.questions();

        var fresh = await(() -> party.exchangeAfterRefusal(session.id(), audience, refused));

        assertNotEquals(refused.reveal(), fresh.reveal());
        assertTrue(api.introspect(fresh).path("active").asBoolean());
        assertEquals(before + 1, api.questions());
    }

    @Test
    void a_client_that_may_not_exchange_there_is_refused() {
        var other = api.audience(ApiRealm.WITHOUT_PERMISSION);

        var failure = assertThrows(PscException.class, () -> await(() -> party.exchange(session.id(), other)));

        assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
    }

    @Test
    void the_token_of_a_session_that_has_ended_at_psc_is_refused() throws Exception {
        wallet.admin().endSession(session.sessionState());

        var failure = assertThrows(PscException.class, () -> await(() -> party.exchange(session.id(), audience)));

        assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
    }
}
