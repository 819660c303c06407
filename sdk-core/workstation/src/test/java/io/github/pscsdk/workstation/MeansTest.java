package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the professional identified with, and what a host that requires it gets. */
class MeansTest {
    private static final Authenticator CARD = Fakes.authenticator(
            "card",
            (request, context) ->
                    context.backchannel(BackchannelRequest.onCard(new NationalId(MockServerHalf.NATIONAL_ID))));
    private static final LoginRequest BY_PHONE = LoginRequest.using("phone");
    private static final LoginRequest BY_CARD = LoginRequest.using("card");
    private static final LoginRequest BY_BROWSER = LoginRequest.using("browser");

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    @Test
    void a_session_tells_the_means_that_psc_tells() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.sessionBy("MOBILE"));

        assertEquals(Optional.of(Means.MOBILE), means(BY_CARD));
    }

    @Test
    void where_psc_says_nothing_it_is_the_device_that_was_asked() throws Exception {
        assertEquals(Optional.of(Means.CARD), means(BY_CARD));
        assertEquals(Optional.of(Means.MOBILE), means(BY_PHONE));
    }

    @Test
    void where_psc_says_nothing_of_a_login_in_the_browser_nobody_guesses() throws Exception {
        server.withPage();

        assertEquals(Optional.empty(), means(BY_BROWSER));
    }

    @Test
    void a_means_that_this_version_does_not_know_is_not_taken_for_the_device_that_was_asked() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.sessionBy("BIOMETRY"));

        assertEquals(Optional.of(new Means("biometry")), means(BY_CARD));
    }

    @Test
    void what_can_be_no_name_is_another_means_and_ends_no_login() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.sessionBy("<script> of somebody"));

        assertEquals(Optional.of(Means.OTHER), means(BY_CARD));
    }

    @Test
    void a_means_of_tomorrow_can_be_required_today() throws Exception {
        server.withPage().answer("GET /v1/session", 200, MockServerHalf.sessionBy("IDENTITY_BROKER"));

        assertEquals(Optional.of(Means.IDENTITY_BROKER), means(BY_BROWSER.requiring(new Means("IDENTITY_BROKER"))));
        assertNotAccepted(BY_BROWSER.requiring(Means.WEBAUTHN));
    }

    @Test
    void the_means_that_is_required_is_let_in() throws Exception {
        assertEquals(Optional.of(Means.CARD), means(BY_CARD.requiring(Means.CARD)));
    }

    @Test
    void no_phone_rings_where_the_card_is_required() {
        assertNotAccepted(BY_PHONE.requiring(Means.CARD));

        assertEquals(List.of(), server.seen("POST /v1/logins"));
    }

    @Test
    void a_session_by_another_means_than_the_one_required_is_ended_at_the_server_half() throws Exception {
        server.withPage().answer("GET /v1/session", 200, MockServerHalf.sessionBy("MOBILE"));

        assertNotAccepted(BY_BROWSER.requiring(Means.CARD));

        server.await("DELETE /disconnect");
    }

    @Test
    void a_session_of_unknown_means_is_ended_where_one_is_required() throws Exception {
        server.withPage();

        assertNotAccepted(BY_BROWSER.requiring(Means.CARD));

        server.await("DELETE /disconnect");
    }

    @Test
    void psc_s_word_counts_more_than_the_device_that_was_asked() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.sessionBy("MOBILE"));

        assertNotAccepted(BY_CARD.requiring(Means.CARD));

        server.await("DELETE /disconnect");
    }

    @Test
    void a_way_that_cannot_satisfy_makes_room_for_one_that_can() throws Exception {
        assertEquals(
                Optional.of(Means.CARD),
                means(LoginRequest.using("phone", "card").requiring(Means.CARD)));
    }

    @Test
    void a_person_who_used_another_means_is_not_asked_again_by_another_way() {
        server.answer("GET /v1/session", 200, MockServerHalf.sessionBy("MOBILE"));

        assertNotAccepted(LoginRequest.using("card", "browser").requiring(Means.CARD));

        assertEquals(1, server.seen("POST /v1/logins").size());
    }

    private Optional<Means> means(LoginRequest request) throws Exception {
        try (var client = builder().build()) {
            return client.login(request).means();
        }
    }

    private void assertNotAccepted(LoginRequest request) {
        try (var client = builder().build()) {
            var failure = assertThrows(PscException.class, () -> client.login(request));

            assertSame(LoginProblem.MEANS_NOT_ACCEPTED, failure.problem());
        }
    }

    private PscClientBuilder builder() {
        return Fakes.builder(server).browser(page -> {}).authenticator(CARD).authenticator(Fakes.phone("phone"));
    }
}
