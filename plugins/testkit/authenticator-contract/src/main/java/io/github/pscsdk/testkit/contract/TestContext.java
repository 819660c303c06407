package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The engine as a plug-in sees it, without any engine: hands out one grant, and remembers what it was asked. Begin with {@link
 * #answering}, {@link #silent} or {@link #failing}. One context is good for one login; reading it is safe for any thread.
 */
public final class TestContext implements AuthenticationContext {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final ServerHalf serverHalf;
    private final Environment environment;
    private final Clock clock;
    private final boolean nextWay;
    private final Instant deadline;
    private final Grant grant = new Grant() {};
    private final List<LoginProgress.Step> steps = new CopyOnWriteArrayList<>();
    private final List<Optional<BackchannelRequest>> asked = new CopyOnWriteArrayList<>();
    private final List<Diagnostic> notices = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<DeviceWatch>> watch = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<NationalId>> expectedInBrowser = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<NationalId>> holder = new AtomicReference<>(Optional.empty());
    private final CountDownLatch firstAsked = new CountDownLatch(1);

    /** What the server half does once it is asked. */
    @FunctionalInterface
    private interface ServerHalf {
        void answer() throws PscException, InterruptedException;
    }

    private TestContext(ServerHalf serverHalf, Environment environment, Clock clock, boolean nextWay) {
        this.serverHalf = serverHalf;
        this.environment = environment;
        this.clock = clock;
        this.nextWay = nextWay;
        this.deadline = clock.instant().plus(TIMEOUT);
    }

    /** The professional confirms at once. */
    public static TestContext answering() {
        return of(() -> {});
    }

    /** The professional never answers: whoever asks waits until interrupted. */
    public static TestContext silent() {
        return of(() -> new CountDownLatch(1).await());
    }

    /** Whoever asks gets {@code failure}. */
    public static TestContext failing(PscException failure) {
        Objects.requireNonNull(failure, "failure");
        return of(() -> {
            throw failure;
        });
    }

    private static TestContext of(ServerHalf serverHalf) {
        return new TestContext(serverHalf, Environment.SIMULATOR, Clock.systemUTC(), false);
    }

    /** A fresh context whose server half talks to another Pro Santé Connect; {@link Environment#SIMULATOR} unless set. */
    public TestContext withEnvironment(Environment other) {
        return new TestContext(serverHalf, other, clock, nextWay);
    }

    /** A fresh context with another clock; the system's unless set. The deadline is five minutes from its present instant. */
    public TestContext withClock(Clock other) {
        return new TestContext(serverHalf, environment, other, nextWay);
    }

    /** A fresh context where the host named another authenticator to try after this one; none unless set. */
    public TestContext withNextWay() {
        return new TestContext(serverHalf, environment, clock, true);
    }

    /** A fresh context that has this done, on the plug-in's thread, when the server half is asked and before it answers. */
    public TestContext whenAsked(Runnable look) {
        return new TestContext(
                () -> {
                    look.run();
                    serverHalf.answer();
                },
                environment,
                clock,
                nextWay);
    }

    /** The only grant that a plug-in may return from this context. */
    public Grant grant() {
        return grant;
    }

    /** The steps that the plug-in announced so far. */
    public List<LoginProgress.Step> steps() {
        return List.copyOf(steps);
    }

    /** What the server half was asked so far: a request for the back channel, empty for the browser. */
    public List<Optional<BackchannelRequest>> asked() {
        return List.copyOf(asked);
    }

    /** What the plug-in had the person told so far. */
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    /** How the plug-in wants to follow its device, if it does; nobody runs it but the test. */
    public Optional<DeviceWatch> watch() {
        return watch.get();
    }

    /** Whose session the plug-in expected from the browser, if it said so. */
    public Optional<NationalId> expectedInBrowser() {
        return expectedInBrowser.get();
    }

    /** Whose the plug-in says that its device is, if it said so. */
    public Optional<NationalId> holder() {
        return holder.get();
    }

    /**
     * Waits until the plug-in asks the server half.
     *
     * @throws TimeoutException if it has not within {@code limit}
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void awaitAsked(Duration limit) throws InterruptedException, TimeoutException {
        if (!firstAsked.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("the server half was not asked");
        }
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public boolean hasNextWay() {
        return nextWay;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public void holder(NationalId read) {
        holder.set(Optional.of(read));
    }

    @Override
    public void progress(LoginProgress.Step step) {
        steps.add(Objects.requireNonNull(step, "step"));
    }

    @Override
    public Grant backchannel(BackchannelRequest request) throws PscException, InterruptedException {
        return ask(Optional.of(request));
    }

    @Override
    public Grant browser(NationalId expected) throws PscException, InterruptedException {
        expectedInBrowser.set(Optional.of(expected));
        return ask(Optional.empty());
    }

    @Override
    public void notice(Diagnostic finding) {
        notices.add(Objects.requireNonNull(finding, "finding"));
    }

    @Override
    public void watch(DeviceWatch deviceWatch) {
        if (!watch.compareAndSet(Optional.empty(), Optional.of(deviceWatch))) {
            throw new IllegalStateException("the attempt has a watch already");
        }
    }

    @Override
    public Grant browser() throws PscException, InterruptedException {
        return ask(Optional.empty());
    }

    private Grant ask(Optional<BackchannelRequest> question) throws PscException, InterruptedException {
        asked.add(question);
        firstAsked.countDown();
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
        serverHalf.answer();
        return grant;
    }
}
