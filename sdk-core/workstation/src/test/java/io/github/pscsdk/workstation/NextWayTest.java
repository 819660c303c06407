package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What passes from one way to the next, and from one login to the next; and what the person is told. */
class NextWayTest {
    private static final NationalId HOLDER = new NationalId(MockServerHalf.NATIONAL_ID);
    private static final LoginRequest CARD_THEN_PHONE = LoginRequest.using("card", "phone", "browser");

    private final MockServerHalf server = new MockServerHalf();
    private final CardReader reader = new CardReader();
    private final List<NationalIdQuestion> questions = new ArrayList<>();
    private final List<URI> opened = new ArrayList<>();
    private final Told told = new Told();

    NextWayTest() throws Exception {}

    @AfterEach
    void close() {
        server.close();
    }

    /** Has a card that says whose it is, until it is unplugged, and breaks after reading it if told so. */
    private static final class CardReader implements Authenticator {
        private boolean plugged = true;
        private boolean breaks;

        @Override
        public AuthenticatorDescriptor descriptor() {
            return new AuthenticatorDescriptor("card", WayIn.BACKCHANNEL, false, "Carte", "Card");
        }

        @Override
        public Grant authenticate(LoginRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            if (!plugged) {
                throw new PscException(PluginProblem.PLUGIN_FAILED, "no reader");
            }
            context.holder(HOLDER);
            if (breaks) {
                throw new PscException(PluginProblem.PLUGIN_FAILED, "the reader broke");
            }
            return context.backchannel(BackchannelRequest.onCard(HOLDER));
        }
    }

    /** As the plug-in ecps: needs a name. */
    private static final Authenticator PHONE = new Authenticator() {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return new AuthenticatorDescriptor("phone", WayIn.BACKCHANNEL, true, "Téléphone", "Phone");
        }

        @Override
        public Grant authenticate(LoginRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            return request.wayIn().isPresent()
                    ? context.browser()
                    : context.backchannel(
                            BackchannelRequest.onMobile(request.nationalId().orElseThrow()));
        }
    };

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
    void the_person_is_told_why_a_way_was_left_before_the_next_one_asks_anything() throws Exception {
        reader.plugged = false;
        var toldBefore = new ArrayList<Step>();
        var dialog = new LoginDialog() {
            @Override
            public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) {
                toldBefore.addAll(told.steps());
                return Optional.of(new NationalIdAnswer(HOLDER, false));
            }
        };
        try (var client = client()) {
            client.login(CARD_THEN_PHONE.withProgress(told).withDialog(dialog));
        }

        assertEquals(List.of(Step.TRYING_NEXT_WAY), toldBefore);
        var notice = told.first(Step.TRYING_NEXT_WAY).notice().orElseThrow();
        assertSame(PluginProblem.PLUGIN_FAILED, notice.problem());
        assertEquals(Severity.WARNING, notice.severity());
        assertEquals(Map.of("authenticator", "card"), notice.facts());
    }

    @Test
    void each_way_that_was_left_is_told_once() throws Exception {
        server.withPage();
        try (var client = client()) {
            client.login(LoginRequest.using("absent", "phone", "browser").withProgress(told));
        }

        assertEquals(List.of("PSC-064", "PSC-005"), told.reasons());
        assertEquals(
                List.of(Step.TRYING_NEXT_WAY, Step.TRYING_NEXT_WAY, Step.CONTINUE_IN_BROWSER, Step.VERIFYING),
                told.steps());
    }

    @Test
    void whose_card_it_is_passes_to_the_phone_without_a_question() throws Exception {
        reader.breaks = true;
        try (var client = client()) {
            client.login(CARD_THEN_PHONE.withDialog(answering(Optional.empty())));
        }

        assertEquals(List.of(), questions);
        assertTrue(server.await("POST /v1/logins").body().contains(MockServerHalf.NATIONAL_ID));
    }

    @Test
    void whose_card_it_is_passes_to_the_browser_where_nobody_else_gets_the_session() {
        server.withPage();
        reader.breaks = true;
        server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
        try (var client = client()) {
            assertFails(LoginProblem.IDENTITY_MISMATCH, client, LoginRequest.using("card", "browser"));
        }
    }

    @Test
    void whom_the_request_names_counts_more_than_whose_card_was_read() throws Exception {
        reader.breaks = true;
        server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));
        try (var client = client()) {
            client.login(CARD_THEN_PHONE.withNationalId(new NationalId("899999100029")));
        }

        assertTrue(server.await("POST /v1/logins").body().contains("899999100029"));
    }

    @Test
    void unplugged_reader_leads_to_the_phone_with_the_holder_of_the_last_card() throws Exception {
        try (var client = client()) {
            client.login(CARD_THEN_PHONE);
            reader.plugged = false;

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
            reader.plugged = false;
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
            reader.plugged = false;
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
        try (var client =
                Fakes.builder(server).authenticator(mute).authenticator(PHONE).build()) {
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
        try (var client =
                Fakes.builder(server).authenticator(mute).authenticator(PHONE).build()) {
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

    @Test
    void nobody_is_asked_for_a_name_that_the_page_in_the_browser_asks_for() throws Exception {
        server.withPage();
        try (var client = client()) {
            client.login(LoginRequest.using("phone").withWayIn(WayIn.BROWSER).withDialog(answering(Optional.empty())));
        }

        assertEquals(List.of(), questions);
    }

    private static void assertFails(LoginProblem problem, PscClient client, LoginRequest request) {
        assertSame(
                problem,
                assertThrows(PscException.class, () -> client.login(request)).problem());
    }

    private PscClient client() {
        return Fakes.builder(server)
                .authenticator(reader)
                .authenticator(PHONE)
                .browser(opened::add)
                .build();
    }
}
