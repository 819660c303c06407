package io.github.pscsdk.relyingparty.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WebLoginTest {
    private static final PublicBaseUri SITE = new PublicBaseUri(URI.create("http://127.0.0.1:9"));
    private static final String ADDRESS = "192.0.2.7";
    private static final int ALLOWED = 6;

    private final VirtualClock clock = VirtualClock.standing();
    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("practice", "secret")
                    .withRedirectUri(SITE.at("/callback"))
                    .withPostLogoutUri(SITE.at("/signed-out")))
            .clock(clock)
            .start();
    private final RelyingParty relyingParty = party(SessionStore.inMemory(clock));
    private final WebLogin login = loginAt(relyingParty);
    private final KeptCookies visitor = new KeptCookies();

    private RelyingParty party(SessionStore store) {
        return RelyingParty.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .client("practice", ClientAuthentication.clientSecretBasic("secret"))
                .redirectUri(SITE.at("/callback"))
                .postLogoutRedirectUri(SITE.at("/signed-out"))
                .sessionStore(store)
                .clock(clock)
                .build();
    }

    private WebLogin loginAt(RelyingParty party) {
        return new WebLogin(party, SITE, "practice", new LoginLimit(clock, ALLOWED, Duration.ofMinutes(10)));
    }

    @AfterEach
    void close() {
        relyingParty.close();
        simulator.close();
    }

    private static String followed(URI page) throws Exception {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        return URI.create(connection.getHeaderField("Location")).getRawQuery();
    }

    private String begun(WebLogin.Cookies from) throws Exception {
        return followed(login.begin(from, ADDRESS));
    }

    @Test
    void a_browser_comes_back_to_a_session_of_which_it_keeps_the_handle_and_nothing_that_names_the_person()
            throws Exception {
        var session = login.comeBack(visitor, begun(visitor));

        assertEquals(Set.of("practice-session", "practice-former"), visitor.kept.keySet());
        assertEquals(session.id().value(), visitor.kept.get("practice-session"));
        assertTrue(visitor.kept.get("practice-former").matches("[A-Za-z0-9_-]{43}"));
        assertEquals(session, login.session(visitor).orElseThrow());
        assertTrue(visitor.headers.stream().allMatch(header -> header.endsWith("; HttpOnly; SameSite=Lax")));
    }

    @Test
    void a_return_whose_cookie_has_another_state_belongs_to_no_login_of_this_browser() throws Exception {
        var query = begun(visitor);
        visitor.kept.replaceAll((name, value) -> name.startsWith("practice-login-") ? value + "x" : value);

        var failure = assertThrows(PscException.class, () -> login.comeBack(visitor, query));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
        assertEquals(Optional.empty(), login.session(visitor));
    }

    @Test
    void each_tab_comes_back_to_its_own_login_and_the_second_takes_the_place_of_the_first() throws Exception {
        var one = begun(visitor);
        var other = begun(visitor);

        var first = login.comeBack(visitor, one);
        var second = login.comeBack(visitor, other);

        assertNotEquals(first.id(), second.id());
        assertEquals(Optional.empty(), relyingParty.session(first.id()));
        assertEquals(second, login.session(visitor).orElseThrow());
    }

    @Test
    void a_login_that_a_tab_begins_while_another_one_comes_back_is_not_lost() throws Exception {
        var one = begun(visitor);
        var returning = visitor.sent();
        var other = begun(visitor);

        login.comeBack(returning, one);

        assertEquals("practice", login.comeBack(visitor, other).clientId());
    }

    @Test
    void each_of_three_tabs_that_begin_at_once_comes_back() throws Exception {
        var requests = Stream.generate(visitor::sent).limit(3).toList();
        for (var query : List.of(begun(requests.get(0)), begun(requests.get(1)), begun(requests.get(2)))) {
            assertEquals("practice", login.comeBack(visitor, query).clientId());
        }
    }

    @Test
    void the_oldest_of_five_logins_is_forgotten_so_that_the_cookies_stay_small() throws Exception {
        var oldest = begun(visitor);
        var next = begun(visitor);
        for (var i = 0; i < 3; i++) {
            begun(visitor);
        }

        assertEquals(4, begunLogins());
        assertThrows(PscException.class, () -> login.comeBack(visitor, oldest));
        login.comeBack(visitor, next);
        assertEquals(3, begunLogins());
    }

    private long begunLogins() {
        return visitor.kept.keySet().stream()
                .filter(name -> name.startsWith("practice-login-"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "short", "with space and twenty chars", "..\"<script>aaaaaaaaaaaaaaaaaaaa"})
    void what_is_no_login_is_left_out_of_those_that_a_browser_lists(String value) throws Exception {
        visitor.kept.put("practice-logins", value);

        begun(visitor);

        assertTrue(visitor.kept.get("practice-logins").matches("[A-Za-z0-9_-]{12}"));
    }

    @Test
    void a_login_that_another_browser_began_is_not_completed_and_waits_for_that_one() throws Exception {
        var query = begun(visitor);
        var victim = new KeptCookies();

        var failure = assertThrows(PscException.class, () -> login.comeBack(victim, query));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
        assertEquals(Map.of(), victim.kept);
        assertEquals("practice", login.comeBack(visitor, query).clientId());
    }

    @Test
    void whoever_begins_a_login_has_left_the_session_that_the_browser_had_whatever_becomes_of_it() throws Exception {
        var session = login.comeBack(visitor, begun(visitor));

        begun(visitor);

        assertEquals(Optional.empty(), relyingParty.session(session.id()));
        assertFalse(visitor.kept.containsKey("practice-session"));
    }

    @Test
    void an_application_with_another_login_leaves_the_session_and_the_next_login_asks_anew() throws Exception {
        var session = login.comeBack(visitor, begun(visitor));

        login.leave(visitor);

        assertEquals(Optional.empty(), relyingParty.session(session.id()));
        assertFalse(visitor.kept.containsKey("practice-session"));
        var next = login.begin(visitor, ADDRESS);
        assertTrue(next.getQuery().contains("prompt=login"), next::toString);
    }

    @Test
    void a_login_or_logout_that_nobody_comes_back_from_leaves_a_word_in_the_log() throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(WebLogin.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.setLevel(Level.WARN);
        logger.addAppender(log);
        try {
            login.begin(visitor, ADDRESS);
            assertEquals(List.of(), hints(log));

            assertThrows(PscException.class, () -> login.comeBack(visitor, "state=of-nobody"));
            login.begin(visitor, ADDRESS);
            assertEquals(List.of("no login"), hints(log));

            var session = login.comeBack(visitor, begun(visitor));
            login.logOut(visitor, session.id());
            login.finishLogOut(new KeptCookies(), "");
            var next = begun(visitor);
            assertEquals(List.of("no login", "no login", "no logout"), hints(log));

            var second = login.comeBack(visitor, next);
            login.logOut(visitor, second.id());
            login.finishLogOut(visitor, "");
            begun(visitor);
            assertEquals(3, hints(log).size(), "both come back by now");
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
    }

    /** Of this test alone: others run meanwhile. */
    private static List<String> hints(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream()
                .filter(event ->
                        event.getThreadName().equals(Thread.currentThread().getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .map(line -> line.replaceFirst(".*(no log(in|out)) has come back.*", "$1"))
                .toList();
    }

    @Test
    void a_login_that_too_many_others_forbid_leaves_the_browser_with_the_session_that_it_had() throws Exception {
        var session = login.comeBack(visitor, begun(visitor));
        for (var i = 1; i < ALLOWED; i++) {
            begun(new KeptCookies());
        }

        assertThrows(PscException.class, () -> login.begin(visitor, ADDRESS));

        assertEquals(session, login.session(visitor).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state=%", "state", "code=a code", "%%%", "state=a&state=b"})
    void a_return_that_nobody_can_read_belongs_to_no_login(String query) throws Exception {
        begun(visitor);

        var failure = assertThrows(PscException.class, () -> login.comeBack(visitor, query));

        assertEquals(LoginProblem.LOGIN_NOT_WAITING, failure.problem());
    }

    @Test
    void whoever_begins_too_many_logins_waits_for_whole_seconds_and_asks_nothing_of_psc() throws Exception {
        for (var i = 0; i < ALLOWED; i++) {
            begun(visitor);
        }
        clock.advance(Duration.ofMillis(500));
        var before = visitor.headers.size();

        var refusal = assertThrows(PscException.class, () -> login.begin(visitor, ADDRESS));

        assertEquals(LoginProblem.TOO_MANY_ATTEMPTS, refusal.problem());
        assertEquals(Map.of("seconds", "600"), refusal.facts());
        assertEquals(before, visitor.headers.size());
        login.begin(new KeptCookies(), "192.0.2.8");
    }

    @Test
    void a_session_that_is_over_is_taken_from_the_browser_with_the_reason() throws Exception {
        assertEquals(Optional.empty(), login.dropEndedSession(visitor));
        login.comeBack(visitor, begun(visitor));
        assertEquals(Optional.empty(), login.dropEndedSession(visitor));

        clock.advance(Duration.ofHours(5));

        assertEquals(Optional.of(LoginProblem.SESSION_ENDED), login.dropEndedSession(visitor));
        assertFalse(visitor.kept.containsKey("practice-session"));
    }

    @Test
    void what_is_no_handle_is_taken_from_the_browser_too() {
        visitor.kept.put("practice-session", "no handle");

        assertEquals(Optional.empty(), login.handle(visitor));
        assertEquals(Optional.of(LoginProblem.SESSION_ENDED), login.dropEndedSession(visitor));
    }

    @Test
    void a_cookie_without_a_value_is_none() {
        visitor.kept.put("practice-session", "");

        assertEquals(Optional.empty(), login.dropEndedSession(visitor));
    }

    @Test
    void of_a_session_that_is_over_a_store_that_is_away_since_then_is_no_reason() throws Exception {
        var looks = new AtomicInteger();
        var store = new InterceptedStore(SessionStore.inMemory(clock)) {
            @Override
            protected <T> T call(Call call, String about, Supplier<T> work) {
                if (call == Call.FIND && about.startsWith("psc/session/") && looks.incrementAndGet() > 1) {
                    throw new IllegalStateException("away");
                }
                return work.get();
            }
        };
        try (var party = party(store)) {
            visitor.kept.put("practice-session", SessionId.draw("practice").value());

            assertEquals(Optional.of(LoginProblem.SESSION_ENDED), loginAt(party).dropEndedSession(visitor.sent()));
        }
        assertTrue(looks.get() > 1);
    }

    @Test
    void a_logout_leads_through_psc_and_back() throws Exception {
        var session = login.comeBack(visitor, begun(visitor));

        var query = followed(login.logOut(visitor, session.id()));

        assertFalse(visitor.kept.containsKey("practice-session"));
        assertTrue(login.finishLogOut(visitor, query));
        assertTrue(login.finishLogOut(visitor, ""));
        assertFalse(login.finishLogOut(visitor, "state=another"));
        assertFalse(login.finishLogOut(new KeptCookies(), query));
    }

    @Test
    void a_new_login_ends_the_wait_for_a_logout_to_come_back() throws Exception {
        var session = login.comeBack(visitor, begun(visitor));
        var query = followed(login.logOut(visitor, session.id()));

        login.comeBack(visitor, begun(visitor));

        assertFalse(login.finishLogOut(visitor, query));
    }

    @Test
    void a_logout_of_which_psc_cannot_be_told_takes_the_session_from_the_browser_all_the_same() throws Exception {
        login.comeBack(visitor, begun(visitor));
        var session = login.session(visitor).orElseThrow();
        relyingParty.forget(session.id());

        var failure = assertThrows(PscException.class, () -> login.logOut(visitor, session.id()));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        assertFalse(visitor.kept.containsKey("practice-session"));
    }

    /** One that is read and lets nothing be removed while there is a failure. */
    private SessionStore failing(AtomicReference<StoreException> failure) {
        var memory = SessionStore.inMemory(clock);
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (self, method, arguments) -> {
                    if (method.getName().equals("isInProcess")) {
                        return true;
                    }
                    if (method.getName().equals("remove") && failure.get() != null) {
                        throw failure.get();
                    }
                    return method.isDefault()
                            ? InvocationHandler.invokeDefault(self, method, arguments)
                            : method.invoke(memory, arguments);
                });
    }

    @Test
    void who_is_not_logged_out_by_a_store_that_cannot_be_read_is_told_so() throws Exception {
        var refusal = new AtomicReference<StoreException>();
        try (var party = party(failing(refusal))) {
            var web = loginAt(party);
            var session = web.comeBack(visitor, followed(web.begin(visitor, ADDRESS)));
            refusal.set(StoreException.unreadable("with another key"));

            var failure = assertThrows(PscException.class, () -> web.logOut(visitor, session.id()));

            assertEquals(LoginProblem.NOT_SIGNED_OUT_YET, failure.problem());
            assertEquals(Map.of("problem", "PSC-050"), failure.facts());
        }
    }

    @Test
    void who_cannot_be_logged_out_yet_is_told_so_and_is_logged_out_later() throws Exception {
        var refusal = new AtomicReference<StoreException>();
        try (var party = party(failing(refusal))) {
            var web = loginAt(party);
            var session = web.comeBack(visitor, followed(web.begin(visitor, ADDRESS)));
            refusal.set(StoreException.unavailable("it takes nothing", null));

            var failure = assertThrows(PscException.class, () -> web.logOut(visitor, session.id()));

            assertEquals(LoginProblem.NOT_SIGNED_OUT_YET, failure.problem());
            assertEquals(Map.of("problem", "PSC-049"), failure.facts());
            assertEquals(503, WebLogin.statusOf(failure.problem()));
            assertFalse(visitor.kept.containsKey("practice-session"), "this browser does not go on with it");
            assertTrue(party.session(session.id()).isPresent(), "what is said is so");

            refusal.set(null);
            Await.until("the logout is written", () -> {
                clock.advance(Duration.ofSeconds(1));
                return party.session(session.id()).isEmpty();
            });
        }
    }
}
