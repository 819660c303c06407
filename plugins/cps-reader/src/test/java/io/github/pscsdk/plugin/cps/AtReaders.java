package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.testkit.card.VirtualReader;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two virtual readers, one authenticator, and logins on threads of their own. */
public final class AtReaders implements BeforeEachCallback, AfterEachCallback {
    /** Much more than anything takes, on a busy machine too; only a login that hangs takes it. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A doctor of the simulator's. */
    public static final NationalId DOCTOR = new NationalId("899999100029");

    private VirtualReaders readers;
    private CpsAuthenticator authenticator;

    @Override
    public void beforeEach(ExtensionContext test) {
        readers = VirtualReaders.named("Reader A", "Reader B").install();
        authenticator = new CpsAuthenticator();
        authenticator.start(TestServices.of(authenticator.descriptor()));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        readers.close();
    }

    public VirtualReaders readers() {
        return readers;
    }

    public VirtualReader a() {
        return readers.reader("Reader A");
    }

    public VirtualReader b() {
        return readers.reader("Reader B");
    }

    public CpsAuthenticator authenticator() {
        return authenticator;
    }

    /** A request that names nobody. */
    public static AuthenticationRequest anyone() {
        return AuthenticationRequest.ofAnybody();
    }

    /** Logs in on a thread of its own. */
    public Login begin(AuthenticationRequest request, AuthenticationContext context) {
        return begin(authenticator, request, context);
    }

    /** The same, with another authenticator. */
    static Login begin(CpsAuthenticator authenticator, AuthenticationRequest request, AuthenticationContext context) {
        var task = new FutureTask<>(() -> authenticator.authenticate(request, context));
        return new Login(task, daemon("login", task));
    }

    /** Follows the card of a login as the engine does, and hands on each report: whether it is there. */
    public static Thread follow(TestContext context, Consumer<Boolean> reports) {
        var watch = context.watch().orElseThrow();
        return daemon("session", () -> {
            try {
                watch.follow(reports);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits until something has become true. */
    public static void await(BooleanSupplier condition) {
        Await.until("the condition of the calling test holds", condition::getAsBoolean);
    }

    /** The problem that ends a login. */
    public Problem problem(AuthenticationRequest request, AuthenticationContext context) throws Exception {
        return begin(request, context).problem();
    }

    /** A context whose deadline is over once the login has looked at the readers: its clock jumps at each question. */
    public static TestContext impatient() {
        var now = new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
        InstantSource jumping = () -> now.getAndUpdate(before -> before.plus(Duration.ofMinutes(10)));
        return TestContext.answering().withClock(jumping.withZone(ZoneOffset.UTC));
    }

    /** A login under way. */
    public record Login(FutureTask<Grant> task, Thread thread) {
        public Grant grant() throws Exception {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        public Problem problem() throws InterruptedException, TimeoutException {
            return ((PscException) failure()).problem();
        }

        public Throwable failure() throws InterruptedException, TimeoutException {
            try {
                var grant = task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                throw new AssertionError("it succeeded: " + grant);
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }
}
