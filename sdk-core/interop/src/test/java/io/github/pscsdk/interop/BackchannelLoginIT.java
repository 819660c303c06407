package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CIBA in poll mode, answered on a phone that Keycloak asks by its HTTP authentication channel. */
@AgainstKeycloak
class BackchannelLoginIT {
    private final Wallet wallet;
    private final RelyingParty party;

    BackchannelLoginIT(Wallet wallet) throws Exception {
        this.wallet = wallet;
        this.party = wallet.party(Wallet.CLIENT);
    }

    @AfterEach
    void close() {
        party.close();
    }

    private BackchannelLogin ask(NationalId who) throws Exception {
        return await(() -> party.beginBackchannelLogin(BackchannelRequest.onMobile(who), new BindingMessage("42")));
    }

    private static Problem failure(BackchannelLogin login) {
        var failure = assertThrows(
                ExecutionException.class,
                () -> login.outcome().toCompletableFuture().get(1, TimeUnit.MINUTES));
        return ((PscException) failure.getCause()).problem();
    }

    @Test
    void a_professional_who_approves_on_the_phone_is_logged_in() throws Exception {
        var login = ask(Wallet.DOCTOR);
        wallet.phone().next().approve();

        var session = login.outcome().toCompletableFuture().get(1, TimeUnit.MINUTES);

        assertEquals(Wallet.DOCTOR, session.professional().nationalId());
        assertEquals(Optional.of("eidas1"), session.acr());
        assertEquals(Optional.of(session), party.session(session.id()));
    }

    @Test
    void the_phone_shows_the_two_digits_and_knows_the_channel() throws Exception {
        var login = ask(Wallet.PHARMACIST);

        var question = wallet.phone().next();

        assertEquals("42", question.shown("binding_message"));
        assertEquals("899999100011", question.shown("login_hint"));
        assertEquals("eidas1", question.shown("acr_values"));
        assertEquals("MOBILE", question.shown("channel"));
        login.cancel();
    }

    @Test
    void a_professional_who_says_no_has_refused() throws Exception {
        var login = ask(Wallet.PHARMACIST);

        wallet.phone().next().refuse();

        assertEquals(LoginProblem.REFUSED, failure(login));
    }

    @Test
    void a_professional_who_leaves_has_refused() throws Exception {
        var login = ask(Wallet.PHARMACIST);

        wallet.phone().next().cancel();

        assertEquals(LoginProblem.REFUSED, failure(login));
    }

    @Test
    void a_login_that_nobody_answers_ends_in_time() throws Exception {
        var usual = wallet.admin().setRealmAttribute("cibaExpiresIn", "3");
        try {
            var login = ask(Wallet.PHARMACIST);
            wallet.phone().next();

            assertEquals(LoginProblem.NO_ANSWER_IN_TIME, failure(login));
        } finally {
            wallet.admin().setRealmAttribute("cibaExpiresIn", usual);
        }
    }

    @Test
    void whom_keycloak_does_not_know_is_a_rejected_request_as_it_has_no_word_of_its_own() {
        var failure = assertThrows(PscException.class, () -> ask(new NationalId("899999100999")));

        assertEquals(LoginProblem.REQUEST_REJECTED, failure.problem());
    }

    @Test
    void a_client_that_may_not_ask_is_told_so() throws Exception {
        try (var neighbour = wallet.party(Wallet.NEIGHBOUR)) {
            var failure = assertThrows(
                    PscException.class,
                    () -> await(() -> neighbour.beginBackchannelLogin(
                            BackchannelRequest.onCard(Wallet.PHARMACIST), new BindingMessage("42"))));

            assertEquals(LoginProblem.BACKCHANNEL_NOT_ENABLED, failure.problem());
        }
    }
}
