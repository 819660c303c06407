package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whose card was read last, in the logins that follow. */
class LastCardTest {
    @AutoClose
    private final CardThenPhone ways = new CardThenPhone();

    private final Told told = new Told();

    @Test
    void unplugged_reader_leads_to_the_phone_with_the_holder_of_the_last_card() throws Exception {
        try (var client = ways.client()) {
            client.login(CardThenPhone.REQUEST);
            ways.reader.unplug();

            assertTrue(client.login(CardThenPhone.REQUEST.withProgress(told)).isActive());
        }

        assertEquals(2, ways.server.seen("POST /v1/logins").size());
        assertTrue(ways.server.seen("POST /v1/logins").get(1).body().contains("\"MOBILE\""));
        assertEquals(List.of("PLG-007"), told.reasons());
    }

    @Test
    void refused_on_the_phone_after_an_unplugged_reader_ends_and_no_browser_opens() throws Exception {
        try (var client = ways.client()) {
            client.login(CardThenPhone.REQUEST);
            ways.reader.unplug();
            ways.server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");

            assertSame(LoginProblem.REFUSED, problemOf(() -> client.login(CardThenPhone.REQUEST)));
        }

        assertEquals(List.of(), ways.opened);
        assertEquals(2, ways.server.seen("POST /v1/logins").size());
    }

    @Test
    void a_host_may_have_the_suggestion_confirmed_or_changed() throws Exception {
        var other = new NationalId("899999100029");
        try (var client = ways.client()) {
            client.login(CardThenPhone.REQUEST);
            ways.reader.unplug();
            ways.server.answer("GET /v1/session", 200, MockServerHalf.session(other.value(), "2099-01-01T00:00:00Z"));

            client.login(CardThenPhone.REQUEST.withDialog(ways.answering(Optional.of(other))));
        }

        assertEquals(Optional.of(CardThenPhone.HOLDER), ways.suggested.get(0));
        assertTrue(ways.server.seen("POST /v1/logins").get(1).body().contains(other.value()));
    }

    @Test
    void who_typed_an_identifier_is_suggested_to_nobody() throws Exception {
        try (var client = ways.client()) {
            var typed = LoginRequest.using("phone").withDialog(ways.answering(Optional.of(CardThenPhone.HOLDER)));
            client.login(typed);
            client.login(typed);
        }

        assertEquals(Optional.empty(), ways.suggested.get(1));
    }

    @Test
    void who_logged_in_by_a_card_that_does_not_say_whose_it_is_is_suggested_later() throws Exception {
        var mute = Fakes.authenticator(
                "mute", (request, context) -> context.backchannel(BackchannelRequest.onCard(CardThenPhone.HOLDER)));
        try (var client = Fakes.builder(ways.server)
                .authenticator(mute)
                .authenticator(new FakePhone())
                .build()) {
            client.login(LoginRequest.using("mute"));
            client.login(LoginRequest.using("phone").withDialog(ways.answering(Optional.of(CardThenPhone.HOLDER))));
        }

        assertEquals(Optional.of(CardThenPhone.HOLDER), ways.suggested.get(0));
    }

    @Test
    void who_was_asked_on_such_a_card_and_did_not_confirm_is_suggested_to_nobody() {
        var mute = Fakes.authenticator(
                "mute", (request, context) -> context.backchannel(BackchannelRequest.onCard(CardThenPhone.HOLDER)));
        ways.server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");
        try (var client = Fakes.builder(ways.server)
                .authenticator(mute)
                .authenticator(new FakePhone())
                .build()) {
            assertSame(LoginProblem.REFUSED, problemOf(() -> client.login(LoginRequest.using("mute"))));
            assertSame(
                    LoginProblem.NATIONAL_ID_MISSING,
                    problemOf(() ->
                            client.login(LoginRequest.using("phone").withDialog(ways.answering(Optional.empty())))));
        }

        assertEquals(Optional.empty(), ways.suggested.get(0));
    }
}
