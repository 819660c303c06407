package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.PersonDialog;
import io.github.pscsdk.testkit.contract.internal.log.BoundLog;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * The promises of every authenticator. Implement it in a test class of the plug-in; each method becomes a test. Needs
 * JUnit Jupiter on the class path.
 */
public interface AuthenticatorContract {
    /** An invented person: no real RPPS number begins with 999991. */
    NationalId FICTITIOUS_PHARMACIST = new NationalId("899999100011");

    /** How long a test waits. The promise of the API is one second; a busy build machine needs more. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** A new authenticator whose device, if it has one, answers at once. */
    Authenticator authenticator();

    /**
     * A new authenticator whose device never answers. An authenticator without a device need not override this: the
     * server half is then silent instead.
     */
    default Authenticator silentDevice() {
        return authenticator();
    }

    /** A request that the authenticator can serve. The default names the fictitious pharmacist. */
    default AuthenticationRequest request() {
        return AuthenticationRequest.ofAnybody().withNationalId(FICTITIOUS_PHARMACIST);
    }

    /** What the authenticator is started with. The default has the defaults of its settings and nothing else. */
    default AuthenticatorServices services(AuthenticatorDescriptor descriptor) {
        return TestServices.of(descriptor);
    }

    /** How the person answers. By default nobody answers. */
    default PersonDialog dialog() {
        return new PersonDialog() {};
    }

    /** How long a test waits for what must happen soon. The default is {@link #PATIENCE}. */
    default Duration patience() {
        return PATIENCE;
    }

    /**
     * The persons whom the device of {@link #authenticator} names, or the person in {@link #dialog}. The default is none.
     */
    default Set<NationalId> deviceIdentities() {
        return Set.of();
    }

    /**
     * Whether another program could use the device of the authenticator that was made last. Called on the login's
     * thread while the server half is asked. The default is true, as for an authenticator without a device.
     */
    default boolean deviceIsReleased() {
        return true;
    }

    /**
     * Begins a recording of the log. The default reads Logback; it is empty if SLF4J is bound to another library, and
     * the test that needs it is then skipped.
     */
    default Optional<LogCapture> captureLog() {
        return BoundLog.capture();
    }

    /** The engine makes the one instance itself. */
    @Test
    default void can_be_made_by_the_engine() throws Exception {
        var type = authenticator().getClass();

        var constructor = assertDoesNotThrow(
                () -> type.getConstructor(), "the class needs a public constructor without parameters");

        assertTrue(Modifier.isPublic(type.getModifiers()), "the class needs to be public");
        assertNotNull(constructor.newInstance());
    }

    /** Hosts list authenticators without asking any device. */
    @Test
    default void describes_itself_the_same_way_each_time() {
        var authenticator = started(authenticator());

        var descriptor = authenticator.descriptor();

        assertEquals(descriptor, authenticator.descriptor());
        assertEquals(descriptor, started(silentDevice()).descriptor());
    }

    /** A health check has three seconds, and returns an empty list and never null. */
    @Test
    default void answers_a_health_check() {
        var silent = started(silentDevice());

        assertNotNull(assertTimeoutPreemptively(patience(), silent::diagnose));
    }

    /** The engine refuses any other grant than its own. */
    @Test
    default void returns_exactly_the_grant_of_the_context() throws Exception {
        var context = TestContext.answering().withDialog(dialog());

        var grant = started(authenticator()).authenticate(request(), context);

        assertSame(context.grant(), grant);
        assertEquals(1, context.asked().size(), "each question rings a professional's phone");
    }

    /** The engine keeps one instance for all logins. */
    @Test
    default void serves_one_login_after_another() throws Exception {
        var authenticator = started(authenticator());

        for (var login = 0; login < 2; login++) {
            var context = TestContext.answering().withDialog(dialog());
            assertSame(context.grant(), authenticator.authenticate(request(), context));
        }
    }

    /** The caller must get the problem that the server half found, unchanged. */
    @Test
    default void passes_a_failure_on_without_wrapping_it() {
        var refused = new PscException(LoginProblem.REFUSED, "a test");
        var context = TestContext.failing(refused).withDialog(dialog());

        var failure =
                assertThrows(PscException.class, () -> started(authenticator()).authenticate(request(), context));

        assertSame(refused, failure);
        assertEquals(1, context.asked().size(), "nobody is asked again after a refusal");
    }

    /** Nobody can be asked if nobody was named. */
    @Test
    default void asks_nobody_where_the_identifier_that_it_needs_is_missing() {
        var descriptor = started(authenticator()).descriptor();
        if (descriptor.needsNationalId()) {
            var context = TestContext.answering().withDialog(dialog());
            var anonymous = AuthenticationRequest.ofAnybody();

            var failure = assertThrows(
                    PscException.class, () -> started(authenticator()).authenticate(anonymous, context));

            assertEquals(LoginProblem.NATIONAL_ID_MISSING, failure.problem());
            assertEquals(0, context.asked().size());
        }
    }

    /** Cancel works at once while the authenticator waits for a device. */
    @Test
    default void stops_when_interrupted_while_the_device_is_silent() throws Exception {
        var login =
                start(started(silentDevice()), request(), TestContext.silent().withDialog(dialog()));

        var failure = login.interrupt().failure();

        assertInstanceOf(InterruptedException.class, failure);
    }

    /** Cancel works at once while the authenticator waits for the professional. */
    @Test
    default void stops_when_interrupted_while_the_professional_is_silent() throws Exception {
        var context = TestContext.silent().withDialog(dialog());
        var login = start(started(authenticator()), request(), context);
        context.awaitAsked(patience());

        var failure = login.interrupt().failure();

        assertInstanceOf(InterruptedException.class, failure);
    }

    /** A login ends at its deadline even if nobody inserts a card, and not before. */
    @Test
    default void gives_up_at_the_deadline_while_the_device_is_silent() throws Exception {
        var clock = new ObservedClock();
        // Where there is no device to wait for, the server half is asked, and the engine gives up by itself.
        var late = new PscException(LoginProblem.NO_ANSWER_IN_TIME, "a test");
        var context = TestContext.failing(late).withDialog(dialog()).withClock(clock);
        clock.forgetReadings();
        var login = start(started(silentDevice()), request(), context);

        clock.awaitReadings(3, login::hasEnded, patience());
        assertFalse(login.hasEnded() && context.asked().isEmpty(), "it gave up before the deadline");
        clock.advance(Duration.between(clock.instant(), context.deadline()).plusSeconds(1));

        assertInstanceOf(PscException.class, login.failure());
    }

    /** The program in which the code is typed needs exclusive access to the card. */
    @Test
    default void releases_its_device_before_it_asks() throws Exception {
        var released = new AtomicReference<Optional<Boolean>>(Optional.empty());
        var context = TestContext.answering()
                .withDialog(dialog())
                .whenAsked(() -> released.set(Optional.of(deviceIsReleased())));
        var request = request();
        // Nothing after it may make another one: the hook speaks of the last.
        var authenticator = started(authenticator());

        authenticator.authenticate(request, context);

        assertEquals(Optional.of(true), released.get(), "it still holds its device");
    }

    /** Only a named person may be asked, on a phone or by a page. */
    @Test
    default void asks_only_for_whom_its_device_or_the_request_names() throws Exception {
        var first = TestContext.answering().withDialog(dialog());
        started(authenticator()).authenticate(request(), first);
        assertNamed(first, request());

        var other = request().withNationalId(new NationalId("899999100029"));
        var second = TestContext.answering().withDialog(dialog());
        try {
            started(authenticator()).authenticate(other, second);
        } catch (PscException e) {
            // Its device names somebody else: a reason to stop.
        }
        assertNamed(second, other);
    }

    /** A thread that is left would keep an application alive after its windows are closed. */
    @Test
    default void leaves_no_thread_that_keeps_the_application_alive() throws Exception {
        var login = start(
                started(authenticator()), request(), TestContext.answering().withDialog(dialog()));

        login.grant();

        assertEquals(List.of(), login.threadsLeft());
    }

    /** Logs are sent to support desks. */
    @Test
    default void writes_no_identifier_into_the_log() throws Exception {
        var capture = captureLog();
        assumeTrue(capture.isPresent(), "bind SLF4J to Logback in the tests, or override captureLog()");
        try (var log = capture.get()) {
            started(authenticator())
                    .authenticate(request(), TestContext.answering().withDialog(dialog()));
            var refused = TestContext.failing(new PscException(LoginProblem.REFUSED, "a test"))
                    .withDialog(dialog());
            assertThrows(PscException.class, () -> started(authenticator()).authenticate(request(), refused));
            started(authenticator()).diagnose();

            for (var id : named(request())) {
                assertTrue(
                        log.lines().stream().noneMatch(line -> line.contains(id.value())),
                        "a line holds the identifier of who logs in");
            }
        }
    }

    /** The engine keeps the instance after a failed login. */
    @Test
    default void serves_a_login_after_one_that_failed_and_one_that_was_cancelled() throws Exception {
        var authenticator = started(authenticator());
        var refused = TestContext.failing(new PscException(LoginProblem.REFUSED, "a test"))
                .withDialog(dialog());
        assertThrows(PscException.class, () -> authenticator.authenticate(request(), refused));
        var cancelled = TestContext.silent().withDialog(dialog());
        var login = start(authenticator, request(), cancelled);
        cancelled.awaitAsked(patience());
        login.interrupt().failure();

        var context = TestContext.answering().withDialog(dialog());

        assertSame(context.grant(), start(authenticator, request(), context).grant());
    }

    /** A removal during the login is not lost. */
    @Test
    default void reports_at_once_that_its_device_is_there_if_it_follows_one() throws Exception {
        var followed = watch();
        if (followed.isPresent()) {
            var watch = ContractWatch.start(followed.get(), patience());

            var first = watch.report();
            watch.stop();

            assertEquals("present", first);
        }
    }

    /** After the session has ended, the plug-in may be unloaded. */
    @Test
    default void stops_to_follow_its_device_when_interrupted() throws Exception {
        var followed = watch();
        if (followed.isPresent()) {
            var watch = ContractWatch.start(followed.get(), patience());
            watch.report();

            var failure = watch.failureOnceInterrupted();

            assertInstanceOf(InterruptedException.class, failure);
        }
    }

    private Authenticator started(Authenticator authenticator) {
        authenticator.start(services(authenticator.descriptor()));
        return authenticator;
    }

    private Optional<DeviceWatch> watch() throws PscException, InterruptedException {
        var context = TestContext.answering().withDialog(dialog());
        started(authenticator()).authenticate(request(), context);
        return context.watch();
    }

    private ContractLogin start(Authenticator authenticator, AuthenticationRequest request, TestContext context) {
        return ContractLogin.start(authenticator, request, context, patience());
    }

    private Set<NationalId> named(AuthenticationRequest request) {
        var named = new HashSet<>(deviceIdentities());
        request.nationalId().ifPresent(named::add);
        return named;
    }

    private void assertNamed(TestContext context, AuthenticationRequest request) {
        var allowed = named(request);
        var asked = context.asked().stream()
                .flatMap(Optional::stream)
                .map(BackchannelRequest::nationalId)
                .toList();
        assertTrue(allowed.containsAll(asked), "it asks for somebody whom nobody named");
        assertTrue(
                context.expectedInBrowser().stream().allMatch(allowed::contains),
                "it expects somebody whom nobody named");
    }
}
