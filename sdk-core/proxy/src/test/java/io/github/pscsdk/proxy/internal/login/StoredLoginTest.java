package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.json.ProxyJson;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Begun;
import io.github.pscsdk.proxy.internal.login.StoredLogin.CodeShown;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Failed;
import io.github.pscsdk.proxy.internal.login.StoredLogin.InBrowser;
import io.github.pscsdk.proxy.internal.login.StoredLogin.OnDevice;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opened;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Opening;
import io.github.pscsdk.proxy.internal.login.StoredLogin.PageCode;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the session of a login, and by which steps alone. */
class StoredLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant END = NOW.plusSeconds(120);
    private static final Caller CALLER = caller("software");
    private static final URI PAGE = URI.create("https://psc.example.test/login");
    private static final PscException REFUSED =
            new PscException(LoginProblem.LEVEL_NOT_ACCEPTED, "of a test", Map.of("level", "eidas1"));

    private final PageCode code = PageCode.draw();
    private final Begun begun = new Begun(CALLER, "client", END);
    private final StoredLogin browser = new StoredLogin(begun, new InBrowser(PAGE));
    private final StoredLogin device =
            new StoredLogin(begun, new OnDevice("899999100011", "device", Optional.of("request")));

    private static Caller caller(String application) {
        return new Caller(application, false, new Caller.Origin("192.0.2.1", List.of(1, 2)));
    }

    private StoredLogin shown() {
        return browser.cameBack(code, "the-handle", "899999100011", NOW).orElseThrow();
    }

    /** Any code but that of the page. */
    private String wrong() {
        return code.reveal().equals("000000") ? "000001" : "000000";
    }

    private StoredLogin opening(Instant now) {
        return device.claimed("the-handle", StoredLogin.openedUntil(now), now).orElseThrow();
    }

    private StoredLogin opened() {
        return opening(NOW).opened("state").orElseThrow();
    }

    private StoredLogin failed() {
        return browser.failed(REFUSED).orElseThrow();
    }

    @Test
    void a_login_is_of_the_application_that_began_it_and_of_no_other() {
        assertTrue(begun.isOf(CALLER));
        assertTrue(begun.isOf(new Caller("software", true, new Caller.Origin("198.51.100.1", List.of()))));
        assertFalse(begun.isOf(caller("Software")));
        assertFalse(begun.isOf(new Caller("operator", true, CALLER.origin())));
        assertFalse(begun.isOf(caller(Caller.ANYBODY)));
    }

    @Test
    void the_session_is_known_as_soon_as_one_was_opened() {
        for (var login : List.of(shown(), opening(NOW), opened())) {
            assertEquals(Optional.of("the-handle"), login.session());
        }
    }

    @Test
    void a_login_waits_as_it_was_begun() {
        assertEquals(END, begun.deadline());
        assertEquals(CALLER.origin(), begun.caller().origin());
        assertEquals(Optional.empty(), browser.person());
        assertEquals(Optional.of("899999100011"), device.person());
        for (var login : List.of(browser, device)) {
            assertTrue(login.isWaiting() && !login.isOver());
            assertEquals(Optional.empty(), login.session());
        }
    }

    @Test
    void a_browser_that_comes_back_in_time_brings_a_code_for_whoever_logged_in() {
        var shown = shown();

        assertEquals(new CodeShown("899999100011", "the-handle", code.reveal(), 3), shown.step());
        assertEquals(Optional.of("899999100011"), shown.person());
        assertEquals(Optional.of("the-handle"), shown.session());
        assertTrue(shown.isWaiting() && !shown.isOver());
        assertTrue(browser.cameBack(code, "h", "p", END.minusMillis(1)).isPresent());
    }

    @Test
    void a_browser_that_comes_back_too_late_or_once_more_brings_nothing() {
        assertEquals(Optional.empty(), browser.cameBack(code, "h", "p", END));
        assertEquals(Optional.empty(), browser.cameBack(code, "h", "p", END.plusMillis(1)));
        assertEquals(Optional.empty(), shown().cameBack(code, "another", "p", NOW));
        assertEquals(Optional.empty(), failed().cameBack(code, "h", "p", NOW));
        assertEquals(Optional.empty(), opening(NOW).cameBack(code, "h", "p", NOW));
        assertEquals(Optional.empty(), opened().cameBack(code, "h", "p", NOW));
    }

    @Test
    void the_code_of_the_page_opens_the_session_that_the_browser_brought() {
        var opening = shown().offered(code.reveal(), NOW).orElseThrow();

        assertEquals(
                new Opening("899999100011", "the-handle", Optional.of(code.reveal()), NOW.plusSeconds(45)),
                opening.step());
        assertEquals(Optional.of("899999100011"), opening.person());
        assertFalse(opening.isWaiting() || opening.isOver());
        assertTrue(opening.hasCode(code.reveal()) && !opening.hasCode(wrong()));
        assertTrue(opening.opened("state").orElseThrow().hasCode(code.reveal()));
        assertFalse(opening(NOW).hasCode(code.reveal()) || shown().hasCode(code.reveal()));
    }

    @Test
    void the_third_wrong_code_ends_the_login_even_if_the_right_one_follows() {
        var once = shown().offered(wrong(), NOW).orElseThrow();
        var twice = once.offered(wrong(), NOW).orElseThrow();
        var thrice = twice.offered(wrong(), NOW).orElseThrow();

        assertEquals(new CodeShown("899999100011", "the-handle", code.reveal(), 2), once.step());
        assertEquals(new CodeShown("899999100011", "the-handle", code.reveal(), 1), twice.step());
        assertInstanceOf(
                Opening.class, twice.offered(code.reveal(), NOW).orElseThrow().step());
        assertEquals(
                LoginProblem.BROWSER_CODE_REJECTED,
                ((Failed) thrice.step()).failure().problem());
        assertEquals(Optional.empty(), thrice.offered(code.reveal(), NOW));
        assertEquals(Optional.empty(), thrice.session());
    }

    @Test
    void a_code_counts_only_where_one_is_awaited() {
        assertEquals(Optional.empty(), browser.offered(code.reveal(), NOW));
        assertEquals(
                Optional.empty(),
                shown().offered(code.reveal(), NOW).orElseThrow().offered(code.reveal(), NOW));
    }

    @Test
    void a_session_is_opened_by_one_node_until_that_has_died() {
        var until = StoredLogin.openedUntil(NOW);
        var opening = opening(NOW);

        assertEquals(NOW.plusSeconds(45), until);
        assertEquals(Optional.empty(), opening.claimed("the-handle", until, NOW));
        assertEquals(Optional.empty(), opening.claimed("another", until, NOW));
        assertEquals(Optional.empty(), opening.claimed("another", until.plusSeconds(1), until));
        var later = until.plusMillis(1);
        var taken = opening.claimed("another", StoredLogin.openedUntil(later), later)
                .orElseThrow();
        assertEquals(new Opening("899999100011", "another", Optional.empty(), later.plusSeconds(45)), taken.step());
    }

    @Test
    void a_login_that_awaits_a_code_or_is_over_is_opened_by_nobody() {
        var long_after = NOW.plus(Duration.ofDays(1));

        for (var login : List.of(shown(), failed(), opened())) {
            assertEquals(Optional.empty(), login.claimed("the-handle", long_after, long_after), login::toString);
            assertFalse(login.isLeftOpening(long_after));
            assertEquals(Optional.empty(), login.opened("state"), login::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void a_node_has_died_once_its_time_is_past(long millis, boolean died) {
        assertEquals(died, opening(NOW).isLeftOpening(NOW.plusSeconds(45).plusMillis(millis)));
    }

    @Test
    void a_session_is_told_once_it_is_open_and_belongs_to_whoever_was_told() {
        assertTrue(opened().isOver() && !opened().isWaiting());
        assertEquals(new Opened("the-handle", "state", Optional.empty(), false), opened().step());
        assertEquals(Optional.empty(), opened().person());
        assertEquals(
                new Opened("the-handle", "state", Optional.empty(), true),
                opened().told().step());
        assertEquals(Optional.of("the-handle"), opened().told().session());
        assertEquals(opening(NOW), opening(NOW).told(), "nobody is told before");
    }

    @Test
    void a_login_that_failed_keeps_why_and_no_session() {
        var failed = shown().failed(REFUSED).orElseThrow();

        assertTrue(failed.isOver() && !failed.isWaiting());
        assertEquals(Optional.empty(), failed.session());
        assertFalse(failed.hasCode(code.reveal()));
        var failure = ((Failed) failed.step()).failure();
        assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, failure.problem());
        assertEquals(Map.of("level", "eidas1"), failure.facts());
        assertEquals(
                LoginProblem.INTERRUPTED,
                new Failed("PSC-999", Map.of()).failure().problem(),
                "of a problem that this version does not know");
        assertEquals("StoredLogin[client, Failed]", failed.toString());
    }

    @Test
    void the_first_end_counts() {
        var until = StoredLogin.openedUntil(NOW);

        for (var login : List.of(failed(), opened(), opened().told())) {
            assertEquals(Optional.empty(), login.failed(REFUSED), login::toString);
            assertEquals(Optional.empty(), login.expired(), login::toString);
            assertEquals(Optional.empty(), login.unopened("the-handle", until, REFUSED), login::toString);
        }
    }

    @Test
    void what_waits_for_somebody_does_so_until_its_time_and_a_session_that_is_being_opened_does_not() {
        for (var login : List.of(browser, device, shown())) {
            assertEquals(
                    Optional.of(new Failed(LoginProblem.NO_ANSWER_IN_TIME.code(), Map.of())),
                    login.expired().map(StoredLogin::step),
                    login::toString);
        }
        assertEquals(Optional.empty(), opening(NOW).expired());
    }

    @Test
    void a_session_that_could_not_be_opened_fails_the_login_unless_another_node_has_gone_on_with_it() {
        var until = StoredLogin.openedUntil(NOW);

        assertTrue(opening(NOW)
                .unopened("the-handle", until, REFUSED)
                .orElseThrow()
                .isOver());
        assertEquals(Optional.empty(), opening(NOW).unopened("another", until, REFUSED));
        assertEquals(Optional.empty(), opening(NOW).unopened("the-handle", until.plusMillis(1), REFUSED));
        assertEquals(Optional.empty(), shown().unopened("the-handle", until, REFUSED));
    }

    @Test
    void each_step_comes_back_from_the_store_as_it_was() {
        for (var login : List.of(
                browser,
                device,
                shown(),
                opening(NOW),
                shown().offered(code.reveal(), NOW).orElseThrow(),
                opened(),
                opened().told(),
                failed())) {
            assertEquals(
                    Optional.of(login), ProxyJson.read(ProxyJson.write(login), StoredLogin.class), login::toString);
        }
    }

    @Test
    void a_step_that_this_version_does_not_know_is_no_login() {
        var unknown = new String(ProxyJson.write(browser), StandardCharsets.UTF_8).replace("InBrowser", "OnPaper");

        assertEquals(Optional.empty(), ProxyJson.read(unknown.getBytes(StandardCharsets.UTF_8), StoredLogin.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "1234 6", "١٢٣٤٥٦", "123456\n"})
    void a_text_that_is_not_six_digits_is_no_code(String typed) {
        assertFalse(PageCode.isShaped(typed));
    }

    @Test
    void a_code_is_six_digits_drawn_anew_for_each_page_and_not_printed() {
        assertTrue(PageCode.isShaped("012345"));
        assertTrue(PageCode.isShaped(code.reveal()));
        assertNotEquals(
                Set.of(code.reveal()),
                Set.of(PageCode.draw().reveal() + PageCode.draw().reveal()),
                "two of a million");
        assertTrue(PageCode.is("012345", "012345"));
        assertFalse(PageCode.is("012345", "012346"));
        assertFalse(PageCode.is("012345", "12345"));
        assertFalse(PageCode.is("012345", ""));
        assertEquals("PageCode[…]", code.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "client, 899999100011, true",
        "client, 899999100029, false",
        "another, 899999100011, false",
        "another, 899999100029, false"
    })
    void a_session_is_replayed_to_its_own_person_and_client_alone(String clientId, String person, boolean replayed) {
        var professional = new Professional(
                new NationalId("899999100011"), "TEST", List.of(), Optional.empty(), List.of(), List.of());
        var session = new PscSession(
                SessionId.draw(), "client", professional, Optional.empty(), Optional.empty(), Set.of(), "", NOW, END);

        assertEquals(replayed, new ActiveSession(null, session).isOf(clientId, new NationalId(person)));
    }
}
