package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.proxy.internal.login.StoredLogin.PageCode;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a call of the store meets, the first as well as the last one of a login: the login ends, in a session that
 * works and of which somebody was told, or in none.
 */
class LoginsInTroubleTest {
    private static final Duration BEYOND_ALL_DEADLINES = Duration.ofMinutes(11);

    /** What one call meets. */
    enum Trouble {
        FAILS,
        LOSES_ITS_ANSWER,
        FAILS_AS_ALL_THAT_COME,
        FAILS_AS_ALL_THAT_COME_FOR_A_WHILE,
        COMES_AFTER_A_WITHDRAWAL,
        COMES_AFTER_AN_END_ELSEWHERE,
        COMES_AFTER_THE_DEADLINE
    }

    @ParameterizedTest
    @EnumSource
    void a_login_in_the_browser_ends_in_one_way(Trouble trouble) throws Exception {
        assertAllEnd(trouble, Login::inBrowser);
    }

    @ParameterizedTest
    @EnumSource
    void a_login_on_a_device_ends_in_one_way(Trouble trouble) throws Exception {
        assertAllEnd(trouble, Login::onDevice);
    }

    @ParameterizedTest
    @EnumSource
    void a_login_with_wrong_codes_alone_ends_in_none(Trouble trouble) throws Exception {
        assertAllEnd(trouble, Login::withWrongCodes);
    }

    @ParameterizedTest
    @EnumSource
    void a_login_whose_code_nobody_types_ends_in_none(Trouble trouble) throws Exception {
        assertAllEnd(trouble, Login::toCode);
    }

    @ParameterizedTest
    @EnumSource
    void a_login_that_is_withdrawn_ends_in_none(Trouble trouble) throws Exception {
        assertAllEnd(trouble, Login::withdrawnAtCode);
    }

    @FunctionalInterface
    private interface Way {
        void go(Login login) throws Exception;
    }

    private static void assertAllEnd(Trouble trouble, Way way) throws Exception {
        try (var bench = new LoginsBench()) {
            var met = true;
            for (var call = 0; met; call++) {
                var login = new Login(bench, trouble, call);
                way.go(login);
                met = login.calls.get() > call;
                login.assertEnd("call " + call + " " + trouble, !met);
            }
        }
    }

    /** One login at a node whose way to the store has trouble, and which another node, that has none, goes on with. */
    private static final class Login {
        private final LoginsBench bench;
        private final Trouble trouble;
        private final int at;
        private final AtomicInteger calls = new AtomicInteger();
        private final AdmittedLogin.Registry places;
        private final Logins node;
        private final Logins other;
        private final TraceStore traces;
        private Optional<String> id = Optional.empty();
        private Optional<SessionId> session = Optional.empty();
        // From then on one call that fails changes nothing.
        private boolean isPromised;
        private boolean isMeantToFail;
        private volatile boolean isAway;

        Login(LoginsBench bench, Trouble trouble, int at) {
            this.bench = bench;
            this.trouble = trouble;
            this.at = at;
            this.traces = TraceStore.inMemory(100, bench.clock);
            this.places = new AdmittedLogin.Registry(1, bench.clock);
            this.node = node(new InterceptedStore(bench.sessions) {
                @Override
                protected <T> T call(Call call, String about, Supplier<T> work) {
                    return about.startsWith("psc-proxy/") ? meet(work) : work.get();
                }
            });
            this.other = node(bench.sessions);
        }

        private Logins node(SessionStore way) {
            return bench.node(traces, Scheduler.of(bench.clock, "node"), way);
        }

        private <T> T meet(Supplier<T> work) {
            var isMet = calls.getAndIncrement() == at;
            if (isMet) {
                begin();
            }
            if (isAway || isMet && trouble == Trouble.FAILS) {
                throw StoreException.unavailable("away", null);
            }
            var done = work.get();
            if (isMet && trouble == Trouble.LOSES_ITS_ANSWER) {
                throw StoreException.unavailable("the answer was lost", null);
            }
            return done;
        }

        private void begin() {
            switch (trouble) {
                case COMES_AFTER_A_WITHDRAWAL -> id.ifPresent(known -> other.withdraw(known, LoginsBench.CALLER));
                case COMES_AFTER_AN_END_ELSEWHERE -> id.ifPresent(bench::fail);
                case COMES_AFTER_THE_DEADLINE -> bench.clock.advance(BEYOND_ALL_DEADLINES);
                case FAILS_AS_ALL_THAT_COME -> isAway = true;
                case FAILS_AS_ALL_THAT_COME_FOR_A_WHILE -> {
                    isAway = true;
                    Scheduler.of(bench.clock, "mends").after(Duration.ofSeconds(30), () -> isAway = false);
                }
                default -> {
                    // It is the call itself that fails.
                }
            }
        }

        /** What a step comes to, while time passes: never while a request is under way. */
        private <T> Optional<T> outcome(CompletableFuture<T> step) {
            Await.until("a step ends", () -> {
                if (bench.isQuiet() && !step.isDone()) {
                    bench.clock.advance(Duration.ofSeconds(1));
                }
                return step.isDone();
            });
            return step.isCompletedExceptionally() ? Optional.empty() : Optional.ofNullable(step.join());
        }

        private static Throwable failureOf(CompletableFuture<?> step) {
            return assertThrows(CompletionException.class, step::join);
        }

        void inBrowser() throws Exception {
            var code = toPage();
            for (var tries = 0; code.isPresent() && session.isEmpty() && tries < 2; tries++) {
                isPromised = true;
                type(code.get().reveal());
            }
        }

        private Optional<PageCode> toPage() throws Exception {
            var begun = outcome(node.inBrowser(
                    LoginsBench.CALLER, bench.client(), BrowserLogin.Options.none(), places.inBrowser()));
            id = begun.map(created -> created.id());
            if (begun.isEmpty()) {
                return Optional.empty();
            }
            var back = LoginsBench.comeBack(node, LoginsBench.logIn(begun.get()));
            var code = outcome(back);
            if (code.isEmpty() && LoginOutcomes.problemOf(failureOf(back)).problem() == LoginProblem.INTERRUPTED) {
                assertEquals(0, places.count(), "its place is free at once");
            }
            return code;
        }

        private void type(String code) {
            outcome(node.takeCode(id.orElseThrow(), LoginsBench.CALLER, code, Locale.ENGLISH))
                    .ifPresent(this::told);
        }

        void withWrongCodes() throws Exception {
            isMeantToFail = true;
            var code = toPage();
            for (var tries = 0; code.isPresent() && tries < 3; tries++) {
                type(code.get().reveal().equals("000000") ? "000001" : "000000");
            }
        }

        void toCode() throws Exception {
            isMeantToFail = true;
            toPage();
        }

        void withdrawnAtCode() throws Exception {
            isMeantToFail = true;
            if (toPage().isPresent()) {
                outcome(node.withdraw(id.orElseThrow(), LoginsBench.CALLER));
            }
        }

        void onDevice() throws Exception {
            id = outcome(node.onDevice(LoginsBench.CALLER, bench.onPhone(), places.besideOthers(LoginsBench.ANNE)))
                    .map(created -> created.id());
            isPromised = id.isPresent();
            for (var tries = 0; id.isPresent() && session.isEmpty() && tries < 2; tries++) {
                outcome(status(node, id.get(), Duration.ofSeconds(20))).ifPresent(this::told);
            }
        }

        private boolean isTraced() {
            return switch (trouble) {
                case COMES_AFTER_AN_END_ELSEWHERE -> true;
                // One that had succeeded is withdrawn as well.
                case COMES_AFTER_A_WITHDRAWAL -> !traced().isEmpty();
                default ->
                    traced().contains(session.isPresent() ? Trace.Type.CONNECT_SUCCESS : Trace.Type.CONNECT_FAILURE);
            };
        }

        private List<Trace.Type> traced() {
            return traces.read(TracePosition.endOf(Instant.EPOCH), Instant.MAX, 100).stream()
                    .map(entry -> Trace.read(entry.value()).orElseThrow().type())
                    .toList();
        }

        private static CompletableFuture<LoginState> status(Logins at, String id, Duration wait) {
            return at.await(id, LoginsBench.CALLER, wait, Locale.ENGLISH);
        }

        private void told(LoginState state) {
            state.proxySessionId().ifPresent(known -> session = Optional.of(new SessionId(known)));
        }

        /** Somebody asks again and again, at either node. */
        void assertEnd(String what, boolean isUndisturbed) {
            for (var minute = 0; minute < BEYOND_ALL_DEADLINES.toMinutes(); minute++) {
                for (var asked : new Logins[] {node, other}) {
                    id.flatMap(known -> outcome(status(asked, known, Duration.ZERO)))
                            .ifPresent(this::told);
                }
                Await.until("all requests are answered", bench::isQuiet);
                bench.clock.advance(Duration.ofMinutes(1));
            }
            var isOfOneCall = trouble == Trouble.FAILS || trouble == Trouble.LOSES_ITS_ANSWER;
            assertTrue(isMeantToFail || session.isPresent() || !isUndisturbed && !(isOfOneCall && isPromised), what);
            Await.until(
                    what + ": no other session lives",
                    () -> bench.living() == session.stream().count());
            session.ifPresent(known -> {
                assertTrue(bench.client().session(known).isPresent(), what);
                bench.client().signOut(known);
            });
            Await.until(what + ": nothing is left", () -> bench.living() == 0 && places.count() == 0);
            assertTrue(isTraced(), () -> what + ": the end is traced: " + traced());
            node.close();
            other.close();
        }
    }
}
