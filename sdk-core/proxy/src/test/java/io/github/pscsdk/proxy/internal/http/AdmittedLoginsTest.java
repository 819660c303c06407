package io.github.pscsdk.proxy.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which logins may begin, on one node and on nodes that share a store. Nothing is sent to anybody. */
class AdmittedLoginsTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String ANNE = "ANS20990101120000";
    private static final String BORIS = "899999100029";

    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "test");
    private final AdmittedLogin.Registry logins = new AdmittedLogin.Registry(3, clock);
    private final SessionStore alone = SessionStore.inMemory(clock);
    private final SessionStore shared = new Elsewhere(SessionStore.inMemory(clock));
    private final RelyingParties clients = RelyingParties.of(
            Bench.configuration(ProxyServer.builder(PscEnvironment.custom(
                            URI.create("https://psc.example.test/realm"), URI.create("https://psc.example.test/login")))
                    .client("client", ClientAuthentication.clientSecretBasic("a-secret-of-a-test"))
                    .application("one", ProxyServerBuilder.sha256Of("any"))
                    .clock(clock)),
            URI.create("https://proxy.example.test/callback"),
            Optional.empty(),
            Optional.empty());

    /** The same store for several nodes. */
    private static final class Elsewhere extends InterceptedStore {
        Elsewhere(SessionStore store) {
            super(store);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isInProcess() {
            return false;
        }
    }

    private Admission admission(boolean isShared, AdmittedLogin.Registry registry) {
        var store = isShared ? shared : alone;
        var calls = new StoreCalls(!isShared, timers, "a store");
        var access = new StoreAccess(store, calls, clock);
        return new Admission(
                new AttemptLimits(2, 2, WINDOW), registry, access, new BackchannelRequestLeases(access, timers));
    }

    private static Caller caller(String address) {
        return new Caller("one", false, new Caller.Origin(address, List.of()));
    }

    private DeviceLogin onDevice(String nationalId) {
        return new DeviceLogin(
                clients.find("client").orElseThrow(),
                BackchannelRequest.onMobile(new NationalId(nationalId)),
                new BindingMessage("42"));
    }

    private static <T> T admitted(Callable<CompletableFuture<T>> login) throws Exception {
        return login.call().get(1, TimeUnit.MINUTES);
    }

    /** Refused at once or by the store. */
    private static RefusedException refused(Callable<? extends CompletableFuture<?>> login) {
        var failure = assertThrows(Exception.class, () -> login.call().get(1, TimeUnit.MINUTES));
        return assertInstanceOf(
                RefusedException.class, failure instanceof ExecutionException ? failure.getCause() : failure);
    }

    private static void assertTooMany(Callable<? extends CompletableFuture<?>> login) {
        var refusal = refused(login);
        assertEquals(LoginProblem.TOO_MANY_ATTEMPTS, refusal.problem());
        assertEquals(Optional.of(WINDOW), refusal.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void one_professional_is_asked_once_at_a_time(boolean isShared) throws Exception {
        var admission = admission(isShared, logins);
        var first = admitted(() -> admission.onDevice(caller("a"), onDevice(ANNE)));
        assertEquals(1, logins.count());

        var refusal = refused(() -> admission.onDevice(caller("b"), onDevice("ans20990101120000")));
        assertEquals(LoginProblem.LOGIN_ALREADY_PENDING, refusal.problem());
        assertEquals(1, logins.count(), "what was refused takes no room");

        first.end();
        assertEquals(0, logins.count());
    }

    @Test
    void a_login_that_is_refused_since_another_node_asks_does_not_count() throws Exception {
        var elsewhere = admission(true, new AdmittedLogin.Registry(3, clock));
        var first = admitted(() -> admission(true, logins).onDevice(caller("a"), onDevice(ANNE)));
        var refusal = refused(() -> elsewhere.onDevice(caller("b"), onDevice(ANNE)));
        assertEquals(LoginProblem.LOGIN_ALREADY_PENDING, refusal.problem());

        first.end();
        clock.advance(Duration.ofMinutes(1));

        admitted(() -> elsewhere.onDevice(caller("b"), onDevice(ANNE))).end();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_caller_that_began_too_many_logins_is_refused_and_takes_no_room(boolean isShared) throws Exception {
        var admission = admission(isShared, logins);
        admitted(() -> admission.inBrowser(caller("a"))).end();
        admitted(() -> admission.onDevice(caller("a"), onDevice(ANNE))).end();

        assertTooMany(() -> admission.inBrowser(caller("a")));
        assertTooMany(() -> admission.onDevice(caller("a"), onDevice(BORIS)));
        assertEquals(0, logins.count());
        admitted(() -> admission.inBrowser(caller("b"))).end();
        clock.advance(WINDOW);
        admitted(() -> admission.inBrowser(caller("a"))).end();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_professional_who_was_asked_too_often_is_left_alone(boolean isShared) throws Exception {
        var admission = admission(isShared, logins);
        for (var address : List.of("a", "b")) {
            admitted(() -> admission.onDevice(caller(address), onDevice(ANNE))).end();
            // However long its release takes in the background, the lease of a login that was not accepted is over by
            // then.
            clock.advance(Duration.ofMinutes(1));
        }

        var refusal = refused(() -> admission.onDevice(caller("c"), onDevice("ans20990101120000")));
        assertEquals(LoginProblem.TOO_MANY_ATTEMPTS, refusal.problem());
        assertEquals(Optional.of(WINDOW.minusMinutes(2)), refusal.retryAfter());
        assertEquals(0, logins.count());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_more_logins_are_pending_than_may_be(boolean isShared) throws Exception {
        var full = new AdmittedLogin.Registry(1, clock);
        var admission = admission(isShared, full);
        var first = admitted(() -> admission.inBrowser(caller("a")));

        assertEquals(
                LoginProblem.SERVER_HALF_BUSY,
                refused(() -> admission.inBrowser(caller("b"))).problem());
        assertEquals(
                LoginProblem.SERVER_HALF_BUSY,
                refused(() -> admission.onDevice(caller("b"), onDevice(ANNE))).problem());
        assertEquals(
                LoginProblem.SERVER_HALF_BUSY,
                refused(() -> CompletableFuture.completedFuture(admission.onDeviceUncounted(onDevice(ANNE))))
                        .problem());
        first.end();
        admitted(() -> admission.inBrowser(caller("b")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void codes_are_counted_for_each_caller(boolean isShared) throws Exception {
        var admission = admission(isShared, logins);
        for (var tries = 0; tries < 6; tries++) {
            admitted(() -> admission.code(caller("a")));
        }

        assertTooMany(() -> admission.code(caller("a")));
        admitted(() -> admission.code(caller("b")));
        admitted(() -> admission.inBrowser(caller("a")));
    }

    @Test
    void in_conformity_mode_nothing_bounds_how_often_one_person_is_asked() throws Exception {
        var admission = admission(false, logins);

        for (var times = 0; times < 3; times++) {
            var login = admission.onDeviceUncounted(onDevice(ANNE));
            assertEquals(times + 1, logins.count());
            assertFalse(login.toString().isEmpty());
        }
    }

    @Test
    void nodes_that_share_a_store_count_together_and_ask_a_person_once() throws Exception {
        var one = admission(true, logins);
        var other = admission(true, new AdmittedLogin.Registry(10, clock));
        var pending = admitted(() -> one.onDevice(caller("a"), onDevice(ANNE)));

        var refusal = refused(() -> other.onDevice(caller("b"), onDevice(ANNE)));
        assertEquals(LoginProblem.LOGIN_ALREADY_PENDING, refusal.problem());
        assertEquals(Optional.of(Duration.ofSeconds(45)), refusal.retryAfter());
        admitted(() -> other.inBrowser(caller("a")));
        assertTooMany(() -> one.inBrowser(caller("a")));

        var alone = admission(false, new AdmittedLogin.Registry(10, clock));
        admitted(() -> alone.onDevice(caller("a"), onDevice(ANNE))).end();
        pending.end();
    }

    @Test
    void nodes_that_share_a_store_count_the_codes_of_a_caller_together() throws Exception {
        var one = admission(true, logins);
        var other = admission(true, new AdmittedLogin.Registry(10, clock));
        for (var tries = 0; tries < 3; tries++) {
            admitted(() -> one.code(caller("a")));
            admitted(() -> other.code(caller("a")));
        }

        assertTooMany(() -> one.code(caller("a")));
        assertTooMany(() -> other.code(caller("a")));
    }

    @Test
    void a_handle_that_is_none_names_no_session() throws Exception {
        assertEquals(Optional.empty(), clients.session(Optional.of("short")).get(1, TimeUnit.MINUTES));
        assertEquals(Optional.empty(), clients.session(Optional.empty()).get(1, TimeUnit.MINUTES));
        assertEquals(
                Optional.empty(),
                clients.session(Optional.of(SessionId.draw("client").value())).get(1, TimeUnit.MINUTES));
    }
}
