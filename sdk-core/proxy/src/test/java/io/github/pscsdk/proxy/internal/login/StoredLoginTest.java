package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Step;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import java.net.URI;
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
    private final StoredLogin browser = StoredLogin.inBrowser(CALLER, "client", PAGE, END);
    private final StoredLogin device = StoredLogin.onDevice(CALLER, "client", "899999100011", "device", END);

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

    @Test
    void a_login_is_of_the_application_that_began_it_and_of_no_other() {
        assertTrue(browser.isOf(CALLER));
        assertTrue(browser.isOf(new Caller("software", true, new Caller.Origin("198.51.100.1", List.of()))));
        assertFalse(browser.isOf(caller("Software")));
        assertFalse(browser.isOf(caller(Caller.ANYBODY)));
    }

    @Test
    void a_login_waits_as_it_was_begun() {
        assertEquals(Step.WAITING, browser.step());
        assertEquals(Optional.of(PAGE), browser.page());
        assertEquals(Optional.empty(), browser.device());
        assertEquals(Optional.empty(), browser.person());
        assertEquals(END, browser.end());
        assertEquals(CALLER.origin(), browser.origin());
        assertEquals("client", browser.clientId());
        assertEquals(Optional.of("899999100011"), device.person());
        assertEquals(Optional.of("device"), device.device());
        assertEquals(Optional.empty(), device.page());
        for (var login : List.of(browser, device)) {
            assertFalse(login.isOver() || login.delivered());
            assertEquals(Optional.empty(), login.session());
            assertEquals(Optional.empty(), login.code());
        }
    }

    @Test
    void a_browser_that_comes_back_in_time_brings_a_code_for_whoever_logged_in() {
        var shown = shown();

        assertEquals(Step.CODE, shown.step());
        assertEquals(Optional.of("899999100011"), shown.person());
        assertEquals(Optional.of("the-handle"), shown.session());
        assertEquals(Optional.of(code.reveal()), shown.code());
        assertEquals(3, shown.triesLeft());
        assertFalse(shown.isOver() || shown.delivered());
        assertTrue(browser.cameBack(code, "h", "p", END.minusMillis(1)).isPresent());
    }

    @Test
    void a_browser_that_comes_back_too_late_or_once_more_brings_nothing() {
        assertEquals(Optional.empty(), browser.cameBack(code, "h", "p", END));
        assertEquals(Optional.empty(), browser.cameBack(code, "h", "p", END.plusMillis(1)));
        assertEquals(Optional.empty(), shown().cameBack(code, "another", "p", NOW));
        assertEquals(Optional.empty(), browser.failed(REFUSED).cameBack(code, "h", "p", NOW));
        assertEquals(Optional.empty(), opening(NOW).cameBack(code, "h", "p", NOW));
        assertEquals(Optional.empty(), opening(NOW).done("state").cameBack(code, "h", "p", NOW));
    }

    @Test
    void the_code_of_the_page_opens_the_session_that_the_browser_brought() {
        var opened = shown().offered(code.reveal(), NOW).orElseThrow();

        assertEquals(Step.OPENING, opened.step());
        assertEquals(Optional.of("the-handle"), opened.session());
        assertTrue(opened.isOpening("the-handle", NOW.plusSeconds(45)));
        assertEquals(Optional.of("899999100011"), opened.person());
    }

    @Test
    void the_third_wrong_code_ends_the_login_even_if_the_right_one_follows() {
        var once = shown().offered(wrong(), NOW).orElseThrow();
        var twice = once.offered(wrong(), NOW).orElseThrow();
        var thrice = twice.offered(wrong(), NOW).orElseThrow();

        assertEquals(List.of(Step.CODE, Step.CODE, Step.FAILED), List.of(once.step(), twice.step(), thrice.step()));
        assertEquals(List.of(2, 1, 0), List.of(once.triesLeft(), twice.triesLeft(), thrice.triesLeft()));
        assertEquals(
                Step.OPENING, twice.offered(code.reveal(), NOW).orElseThrow().step());
        assertEquals(LoginProblem.BROWSER_CODE_REJECTED, thrice.failure().problem());
        assertEquals(Optional.empty(), thrice.offered(code.reveal(), NOW));
        assertEquals(Optional.empty(), thrice.session());
        assertEquals(Optional.empty(), thrice.code());
        assertEquals(shown().session(), once.session());
        assertEquals(shown().code(), once.code());
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
        assertEquals(
                opening,
                opening.claimed("the-handle", until, NOW).orElseThrow(),
                "the same claim, whose answer was lost");
        assertEquals(Optional.empty(), opening.claimed("another", until, NOW));
        assertEquals(Optional.empty(), opening.claimed("the-handle", until.plusMillis(1), NOW));
        assertEquals(Optional.empty(), opening.claimed("another", until.plusSeconds(1), until));
        var later = until.plusMillis(1);
        var taken = opening.claimed("another", StoredLogin.openedUntil(later), later)
                .orElseThrow();
        assertTrue(taken.isOpening("another", later.plusSeconds(45)));
        assertFalse(taken.isOpening("the-handle", until));
    }

    @Test
    void a_login_that_awaits_a_code_or_is_over_is_opened_by_nobody() {
        var long_after = NOW.plus(Duration.ofDays(1));

        for (var login : List.of(shown(), browser.failed(REFUSED), opening(NOW).done("state"))) {
            assertEquals(Optional.empty(), login.claimed("the-handle", long_after, long_after), login::toString);
            assertFalse(login.isLeftOpening(long_after));
            assertFalse(login.isOpening("the-handle", Instant.EPOCH));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void a_node_has_died_once_its_time_is_past(long millis, boolean died) {
        assertEquals(died, opening(NOW).isLeftOpening(NOW.plusSeconds(45).plusMillis(millis)));
    }

    @Test
    void a_session_is_told_once_it_is_open_and_belongs_to_whoever_was_told() {
        var done = opening(NOW).done("state");

        assertTrue(done.isOver());
        assertEquals(Step.DONE, done.step());
        assertEquals(Optional.of("the-handle"), done.session());
        assertEquals(Optional.of("state"), done.sessionState());
        assertFalse(done.delivered());
        assertTrue(done.told().delivered());
        assertEquals(done.session(), done.told().session());
        assertEquals(Step.DONE, done.told().step());
        assertFalse(opening(NOW).isOver());
    }

    @Test
    void a_login_that_failed_keeps_why_and_no_session() {
        var failed = shown().failed(REFUSED);

        assertTrue(failed.isOver());
        assertEquals(Optional.empty(), failed.session());
        assertEquals(Optional.empty(), failed.code());
        assertEquals(LoginProblem.LEVEL_NOT_ACCEPTED, failed.failure().problem());
        assertEquals(Map.of("level", "eidas1"), failed.failure().facts());
        assertEquals(
                LoginProblem.INTERRUPTED, browser.failure().problem(), "of a problem that this version does not know");
        assertEquals("StoredLogin[client, FAILED]", failed.toString());
    }

    @Test
    void members_that_the_store_lacks_are_empty() {
        var bare = new StoredLogin(
                "a", "i", null, "c", null, null, null, 0, Step.WAITING, null, null, 0, 0, null, null, null, false);

        assertEquals(
                new StoredLogin(
                        "a",
                        "i",
                        List.of(),
                        "c",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Step.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        false),
                bare);
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
