package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A context for one login without the engine: gives a grant, and records the calls. Read it on any thread. */
public final class TestContext implements AuthenticationContext {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final ServerHalf serverHalf;
    private final Environment environment;
    private final Clock clock;
    private final boolean nextWay;
    private final LoginDialog dialog;
    private final Instant deadline;
    private final Grant grant = new Grant() {};
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final List<BilingualLine> messages = new CopyOnWriteArrayList<>();
    private final List<Optional<BackchannelRequest>> asked = new CopyOnWriteArrayList<>();
    private final List<Diagnostic> notices = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<DeviceWatch>> watch = new AtomicReference<>(Optional.empty());
    private volatile Optional<NationalId> expectedInBrowser = Optional.empty();
    private volatile Optional<NationalId> holder = Optional.empty();
    private final CountDownLatch firstAsked = new CountDownLatch(1);

    /** The answer of the server half. */
    @FunctionalInterface
    private interface ServerHalf {
        void answer() throws PscException, InterruptedException;
    }

    private TestContext(
            ServerHalf serverHalf, Environment environment, Clock clock, boolean nextWay, LoginDialog dialog) {
        this.serverHalf = serverHalf;
        this.environment = environment;
        this.clock = clock;
        this.nextWay = nextWay;
        this.dialog = dialog;
        this.deadline = clock.instant().plus(TIMEOUT);
    }

    /** The professional confirms at once. */
    public static TestContext answering() {
        return of(() -> {});
    }

    /** The professional never answers: a request waits until it is interrupted. */
    public static TestContext silent() {
        return of(() -> new CountDownLatch(1).await());
    }

    /** A request fails with {@code failure}. */
    public static TestContext failing(PscException failure) {
        Objects.requireNonNull(failure, "failure");
        return of(() -> {
            throw failure;
        });
    }

    private static TestContext of(ServerHalf serverHalf) {
        return new TestContext(serverHalf, Environment.SIMULATOR, Clock.systemUTC(), false, new LoginDialog() {});
    }

    /** A new context with another environment; the default is {@link Environment#SIMULATOR}. */
    public TestContext withEnvironment(Environment other) {
        return new TestContext(serverHalf, other, clock, nextWay, dialog);
    }

    /** A new context with another clock than the system's; the deadline is five minutes after its present instant. */
    public TestContext withClock(Clock other) {
        return new TestContext(serverHalf, environment, other, nextWay, dialog);
    }

    /** A new context of a request that names another authenticator after this one; by default it names none. */
    public TestContext withNextWay() {
        return new TestContext(serverHalf, environment, clock, true, dialog);
    }

    /** A new context whose person answers by that dialog; by default nobody answers. */
    public TestContext withDialog(LoginDialog other) {
        return new TestContext(serverHalf, environment, clock, nextWay, other);
    }

    /** A new context that calls {@code look} on the plug-in's thread between the request and its answer. */
    public TestContext whenAsked(Runnable look) {
        return new TestContext(
                () -> {
                    look.run();
                    serverHalf.answer();
                },
                environment,
                clock,
                nextWay,
                dialog);
    }

    /** The only grant that a plug-in may return from this context. */
    public Grant grant() {
        return grant;
    }

    /** Whether the plug-in announced that it waits for its device. */
    public boolean waitedForDevice() {
        return waiting.get();
    }

    /** The messages of the plug-in so far, in its own words. */
    public List<BilingualLine> messages() {
        return List.copyOf(messages);
    }

    /** The requests to the server half so far: a request for the back channel, empty for the browser. */
    public List<Optional<BackchannelRequest>> asked() {
        return List.copyOf(asked);
    }

    /** The notices that the plug-in gave so far. */
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    /** The watch that the plug-in gave, if any. Only the test runs it. */
    public Optional<DeviceWatch> watch() {
        return Objects.requireNonNull(watch.get(), "watch");
    }

    /** The person whom the plug-in expects in the browser, if it named one. */
    public Optional<NationalId> expectedInBrowser() {
        return expectedInBrowser;
    }

    /** The holder of the device, if the plug-in named one. */
    public Optional<NationalId> holder() {
        return holder;
    }

    /**
     * Waits until the plug-in asks the server half.
     *
     * @throws TimeoutException if it has not within {@code limit}
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
    public boolean isLastWay() {
        return !nextWay;
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
        holder = Optional.of(read);
    }

    @Override
    public void waitingForDevice() {
        waiting.set(true);
    }

    @Override
    public void progress(BilingualLine words) {
        messages.add(Objects.requireNonNull(words, "words"));
    }

    @Override
    public LoginDialog dialog() {
        return dialog;
    }

    @Override
    public Grant backchannel(BackchannelRequest request) throws PscException, InterruptedException {
        return ask(Optional.of(request));
    }

    @Override
    public Grant browser(NationalId expected) throws PscException, InterruptedException {
        expectedInBrowser = Optional.of(expected);
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
