package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a host hears of what happens. */
class RelyingPartyListenerTest {
    private final RecordedEvents events = new RecordedEvents();

    @AutoClose
    private final Lab lab = Lab.with(simulator -> simulator, party -> party.listener(events));

    private List<String> logins() {
        return events.about(line -> line.startsWith("logins"));
    }

    @Test
    void a_login_in_a_browser_is_told_with_its_calls_its_means_and_the_time_since_it_began() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());
        lab.clock.advance(Duration.ofSeconds(40));
        var session = await(lab.party.completeBrowserLogin(callback, login.state()));
        var ended = "logins browser " + session.means().orElseThrow().name().toLowerCase(Locale.ROOT) + " done";
        events.await(ended);

        assertEquals(List.of("logins.begun browser unknown", ended), logins());
        assertEquals(
                List.of("calls discovery 2xx", "calls token 2xx", "calls keys 2xx", "calls userinfo 2xx"),
                events.about(line -> line.startsWith("calls")));
        var duration = events.named("psc.logins").get(0).duration().orElseThrow();
        assertTrue(duration.compareTo(Duration.ofSeconds(39)) > 0 && duration.toMinutes() < 5, duration::toString);
        assertTrue(events.named("psc.calls").stream()
                .noneMatch(call -> call.duration().orElseThrow().isZero()));
        assertEquals(List.of(), events.about(line -> line.startsWith("store")), "it is in this process");
    }

    @Test
    void a_login_on_a_device_that_is_refused_is_told_by_the_code_and_the_device() throws Exception {
        var login = lab.ask(Lab.PHARMACIST);
        lab.simulator.settle(lab.simulator.pending().get(0).id(), Outcome.REFUSED);

        assertThrows(PscException.class, () -> lab.outcome(login));
        events.await("logins backchannel mobile PSC-001");

        assertEquals(List.of("logins.begun backchannel mobile", "logins backchannel mobile PSC-001"), logins());
        assertTrue(events.lines.contains("calls backchannel 2xx") && events.lines.contains("calls poll 4xx"));
    }

    @Test
    void a_login_that_pro_sante_connect_does_not_begin_is_told_too() throws Exception {
        lab.failure("123456789012");

        events.await("logins backchannel mobile PSC-003");
        assertEquals(2, logins().size());
    }

    @Test
    void a_login_that_its_caller_gives_up_is_told_as_cancelled() throws Exception {
        lab.ask(Lab.PHARMACIST).cancel();

        events.await("logins backchannel mobile cancelled");
    }

    @Test
    void a_return_for_which_no_login_waits_is_a_refusal_and_the_end_of_no_login() {
        lab.failure(Lab.REDIRECT + "?state=a&code=b", "a");

        events.await("refusals browser_return PSC-009");
        assertEquals(List.of(), logins());
    }

    @Test
    void why_a_session_ended_is_told_once() throws Exception {
        await(lab.party.signOut(lab.logIn().id()));
        events.await("sessions.ended signed_out");

        var forgotten = lab.logIn().id();
        lab.party.forget(forgotten);
        lab.party.forget(forgotten);
        events.await("sessions.ended forgotten");

        var ended = lab.logIn().id();
        lab.simulator.endSessions();
        assertThrows(PscException.class, () -> await(lab.party.refresh(ended)));
        events.await("sessions.ended ended_at_psc");
        events.await("refusals refresh PSC-015");

        assertEquals(3, events.about(line -> line.startsWith("sessions")).size());
    }

    @Test
    void a_refused_api_token_is_told_by_its_code() throws Exception {
        var session = lab.logIn();
        var audience = ApiAudience.of(
                "unknown",
                lab.simulator.apiTokenEndpoint(),
                ApiClientRegistration.of("nobody", ClientAuthentication.clientSecretBasic("a secret of nobody")));

        assertThrows(PscException.class, () -> await(lab.party.exchange(session.id(), audience)));

        events.await("refusals api_token PSC-044");
        assertTrue(events.lines.stream().anyMatch(line -> line.startsWith("calls api_token 4")));
    }

    @Test
    void nothing_of_a_person_or_a_session_is_in_an_event() throws Exception {
        var session = lab.logIn();
        await(lab.party.signOut(session.id()));
        events.await("sessions.ended signed_out");

        var told = events.lines + " " + events.all;

        var person = session.professional();
        for (var secret : List.of(
                person.nationalId().value(), person.familyName(), session.id().value(), session.sessionState())) {
            assertFalse(told.contains(secret));
        }
    }

    @Test
    void a_psc_that_is_away_is_told_by_a_code() throws Exception {
        var environment =
                PscEnvironment.custom(URI.create("http://127.0.0.1:1/realm"), URI.create("http://127.0.0.1:1/wallet"));
        try (var alone = RelyingParty.builder(environment)
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .redirectUri(Lab.REDIRECT)
                .listener(events)
                .build()) {
            assertThrows(PscException.class, () -> await(alone.beginBrowserLogin()));

            events.await("calls discovery PSC-020");
        }
    }
}
