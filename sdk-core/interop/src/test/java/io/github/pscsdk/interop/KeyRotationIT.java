package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keycloak changes its signing key while a relying party knows the old one. */
@AgainstKeycloak
class KeyRotationIT {
    private final Wallet wallet;

    KeyRotationIT(Wallet wallet) {
        this.wallet = wallet;
    }

    @Test
    void logins_go_on_over_a_rotation_and_so_do_sessions_from_before() throws Exception {
        try (var party = wallet.party(Wallet.CLIENT)) {
            var before = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

            wallet.admin().rotateSigningKey();
            var after = new Visit(party, wallet.browser()).logIn(Wallet.DOCTOR);

            assertEquals(Wallet.DOCTOR, after.professional().nationalId());
            await(() -> party.signOut(before.id()));
        }
    }

    @Test
    void a_logout_token_is_taken_that_is_the_first_thing_signed_with_the_new_key() throws Exception {
        try (var party = wallet.party(Wallet.CLIENT)) {
            var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

            wallet.admin().rotateSigningKey();
            wallet.admin().endSession(session.sessionState());
            var token = wallet.logouts().next(Wallet.CLIENT, session.sessionState());
            await(() -> party.acceptLogoutToken(token));

            assertEquals(Optional.empty(), party.session(session.id()));
        }
    }
}
