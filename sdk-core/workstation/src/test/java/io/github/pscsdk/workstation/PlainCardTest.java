package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.PscClient;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A card that is followed as long as a session of ANS's plain contract lasts. */
class PlainCardTest {
    private static final LoginRequest BY_CARD = LoginRequest.using("card");

    private final FakeDevice card = new FakeDevice();

    @AutoClose
    private final PlainServerHalf server = new PlainServerHalf();

    @AutoClose
    private final PscClient client = Fakes.builder(server.address())
            .withPlainContract()
            .authenticator(card.authenticator())
            .build();

    @Test
    void the_session_is_locked_while_the_card_is_away() throws Exception {
        var states = States.of(client.login(BY_CARD));

        card.leaves();
        states.await(State.LOCKED);
        card.comesBack();
        states.await(State.ACTIVE);

        assertEquals(Set.of(PlainServerHalf.FIRST_SESSION), server.sessions());
    }

    @Test
    void where_the_host_chose_that_the_session_ends_at_the_server_half_too() throws Exception {
        var states = States.of(client.login(BY_CARD.withCardRemoval(CardRemoval.SIGN_OUT)));

        card.leaves();
        states.await(State.ENDED);

        assertEquals(
                PlainServerHalf.FIRST_SESSION,
                server.await("DELETE /disconnect").session().orElseThrow());
    }
}
