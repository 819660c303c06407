package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose card was read last, in the logins that follow. */
class LastCardTest {
    private static final NationalId HOLDER = new NationalId(MockServerHalf.NATIONAL_ID);
    private static final LoginRequest CARD_THEN_PHONE = LoginRequest.using("card", "phone", "browser");

    private final MockServerHalf server = new MockServerHalf();
    private final FakeReader reader = new FakeReader(HOLDER);
    private final List<NationalIdQuestion> questions = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private final Told told = new Told();

    LastCardTest() throws Exception {}

    @AfterEach
    void close() {
        server.close();
    }

    private LoginDialog answering(Optional<NationalId> answer) {
        return new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) {
                questions.add(question);
                return answer.map(id -> new NationalIdAnswer(id, false));
            }
        };
    }

    @Test
    void unplugged_reader_leads_to_the_phone_with_the_holder_of_the_last_card() throws Exception {
        try (var client = client()) {
            client.login(CARD_THEN_PHONE);
            reader.unplug();

            assertTrue(client.login(CARD_THEN_PHONE.withProgress(told)).isActive());
        }

        assertEquals(2, server.seen("POST /v1/logins").size());
        assertTrue(server.seen("POST /v1/logins").get(1).body().contains("\"MOBILE\""));
        assertEquals(List.of("PLG-007"), told.reasons());
    }

    @Test
    void refused_on_the_phone_after_an_unplugged_reader_ends_and_no_browser_opens() throws Exception {
        try (var client = client()) {
            client.login(CARD_THEN_PHONE);
            reader.unplug();
            server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");

            assertFails(LoginProblem.REFUSED, client, CARD_THEN_PHONE);
        }

        assertEquals(List.of(), opened);
        assertEquals(2, server.seen("POST /v1/logins").size());
    }

    @Test
    void a_host_may_have_the_suggestion_confirmed_or_changed() throws Exception {
        var other = new NationalId("899999100029");
        try (var client = client()) {
            client.login(CARD_THEN_PHONE);
            reader.unplug();
            server.answer("GET /v1/session", 200, MockServerHalf.session(other.value(), "2099-01-01T00:00:00Z"));

            client.login(CARD_THEN_PHONE.withDialog(answering(Optional.of(other))));
        }

        assertEquals(Optional.of(HOLDER), questions.get(0).suggested());
        assertTrue(server.seen("POST /v1/logins").get(1).body().contains(other.value()));
    }

    @Test
    void who_typed_an_identifier_is_suggested_to_nobody() throws Exception {
        try (var client = client()) {
            var typed = LoginRequest.using("phone").withDialog(answering(Optional.of(HOLDER)));
            client.login(typed);
            client.login(typed);
        }

        assertEquals(Optional.empty(), questions.get(1).suggested());
    }

    @Test
    void who_logged_in_by_a_card_that_does_not_say_whose_it_is_is_suggested_later() throws Exception {
        var mute = Fakes.authenticator(
                "mute", (request, context) -> context.backchannel(BackchannelRequest.onCard(HOLDER)));
        try (var client = Fakes.builder(server)
                .authenticator(mute)
                .authenticator(new FakePhone())
                .build()) {
            client.login(LoginRequest.using("mute"));
            client.login(LoginRequest.using("phone").withDialog(answering(Optional.of(HOLDER))));
        }

        assertEquals(Optional.of(HOLDER), questions.get(0).suggested());
    }

    @Test
    void who_was_asked_on_such_a_card_and_did_not_confirm_is_suggested_to_nobody() {
        var mute = Fakes.authenticator(
                "mute", (request, context) -> context.backchannel(BackchannelRequest.onCard(HOLDER)));
        server.answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\"}");
        try (var client = Fakes.builder(server)
                .authenticator(mute)
                .authenticator(new FakePhone())
                .build()) {
            assertFails(LoginProblem.REFUSED, client, LoginRequest.using("mute"));
            assertFails(
                    LoginProblem.NATIONAL_ID_MISSING,
                    client,
                    LoginRequest.using("phone").withDialog(answering(Optional.empty())));
        }

        assertEquals(Optional.empty(), questions.get(0).suggested());
    }

    @Test
    void a_suggestion_is_printed_nowhere() {
        var question = new NationalIdQuestion(Optional.empty(), Optional.of(HOLDER));

        assertEquals("NationalIdQuestion[device=none]", question.toString());
    }

    private static void assertFails(LoginProblem problem, PscClient client, LoginRequest request) {
        assertSame(
                problem,
                assertThrows(PscException.class, () -> client.login(request)).problem());
    }

    private PscClient client() {
        return Fakes.builder(server)
                .authenticator(reader)
                .authenticator(new FakePhone())
                .browser(opened::add)
                .build();
    }
}
