package io.github.pscsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every authenticator promises. Implement it in a test class of the plug-in; each method becomes a test. Needs JUnit
 * Jupiter on the class path.
 */
public interface AuthenticatorContract {
    /** The promise is one second, the API's; a busy build machine gets more, an authenticator that hangs takes forever. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** A fresh authenticator, with a device (if it has one) that answers at once. */
    Authenticator authenticator();

    /**
     * A fresh authenticator with a device that never answers. One without a device need not override this: its silence is
     * that of the server half.
     */
    default Authenticator silentDevice() {
        return authenticator();
    }

    /** A request that the authenticator can serve; names the fictitious pharmacist unless overridden. */
    default LoginRequest request() {
        return LoginRequest.using(authenticator().descriptor().id()).withNationalId(Personas.PHARMACIST);
    }

    /** The engine makes the one instance by itself. */
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
        var authenticator = authenticator();

        var descriptor = authenticator.descriptor();

        assertEquals(descriptor, authenticator.descriptor());
        assertEquals(descriptor, silentDevice().descriptor());
    }

    /** A health check has three seconds, and finds nothing rather than null. */
    @Test
    default void answers_a_health_check() {
        var silent = silentDevice();

        assertNotNull(assertTimeoutPreemptively(PATIENCE, silent::diagnose));
    }

    /** The engine refuses any grant but its own. */
    @Test
    default void returns_exactly_the_grant_of_the_context() throws Exception {
        var context = TestContext.answering();

        var grant = authenticator().authenticate(request(), context);

        assertSame(context.grant(), grant);
        assertEquals(1, context.asked().size(), "each question rings a professional's phone");
    }

    /** The engine keeps one instance for all logins. */
    @Test
    default void serves_one_login_after_another() throws Exception {
        var authenticator = authenticator();

        for (var login = 0; login < 2; login++) {
            var context = TestContext.answering();
            assertSame(context.grant(), authenticator.authenticate(request(), context));
        }
    }

    /** The caller is told what the server half found, not what a plug-in makes of it. */
    @Test
    default void passes_a_failure_on_without_wrapping_it() {
        var refused = new PscException(LoginProblem.REFUSED, "a test");
        var context = TestContext.failing(refused);

        var failure = assertThrows(PscException.class, () -> authenticator().authenticate(request(), context));

        assertSame(refused, failure);
        assertEquals(1, context.asked().size(), "nobody is asked again after a refusal");
    }

    /** Nobody can be asked where nobody was named. */
    @Test
    default void asks_nobody_where_the_identifier_that_it_needs_is_missing() {
        var descriptor = authenticator().descriptor();
        if (descriptor.needsNationalId()) {
            var context = TestContext.answering();
            var anonymous = LoginRequest.using(descriptor.id());

            var failure = assertThrows(PscException.class, () -> authenticator().authenticate(anonymous, context));

            assertEquals(LoginProblem.NATIONAL_ID_MISSING, failure.problem());
            assertEquals(0, context.asked().size());
        }
    }

    /** Cancel answers at once while a device is waited for. */
    @Test
    default void stops_when_interrupted_while_the_device_is_silent() {
        var silent = silentDevice();
        var login = new FutureTask<Grant>(() -> silent.authenticate(request(), TestContext.silent()));
        var thread = new Thread(login, "login");
        thread.start();

        thread.interrupt();

        assertInterrupted(login);
    }

    /** Cancel answers at once while the professional is waited for. */
    @Test
    default void stops_when_interrupted_while_the_professional_is_silent() throws Exception {
        var context = TestContext.silent();
        var login = new FutureTask<Grant>(() -> authenticator().authenticate(request(), context));
        var thread = new Thread(login, "login");
        thread.start();
        context.awaitAsked(PATIENCE);

        thread.interrupt();

        assertInterrupted(login);
    }

    private static void assertInterrupted(FutureTask<Grant> login) {
        var failure = assertThrows(ExecutionException.class, () -> login.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertInstanceOf(InterruptedException.class, failure.getCause());
    }
}
