package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.SupervisedCalls.NotRespondingException;
import io.github.pscsdk.pluginhost.internal.problem.PluginFailure;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authenticator as the engine may call it: each call runs on a thread of its own with the authenticator's class
 * loader as context, ends in time, and throws what the contract allows and nothing else. Safe for any thread.
 */
public final class GuardedAuthenticator {
    /** How long a health check may take. */
    public static final Duration DIAGNOSIS_LIMIT = Duration.ofSeconds(3);

    /** How long an attempt may take to end after an interrupt, before it is given up. */
    public static final Duration INTERRUPT_LIMIT = SupervisedCalls.GRACE;

    private static final Logger log = LoggerFactory.getLogger(GuardedAuthenticator.class);

    private static final Duration OBSTACLE_LIMIT = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final AtomicReference<Optional<Authenticator>> target;
    private final AuthenticatorDescriptor descriptor;
    private final ProblemIsolation isolation;
    private final HostServices host;
    private final UseCount useCount;
    private final Quarantine quarantine;
    private final SupervisedCalls attempts;
    private final SupervisedCalls obstacles;
    private final SupervisedCalls diagnoses;
    private final SupervisedCalls watches;
    private final SupervisedCalls closing;

    /** The faults of its settings: where there are any, it is not started, and not used. */
    private volatile List<Diagnostic> faults = List.of();

    private volatile List<Diagnostic> remarks = List.of();

    private volatile Optional<HostServices.OwnServices> services = Optional.empty();

    private GuardedAuthenticator(
            Authenticator target,
            AuthenticatorDescriptor descriptor,
            ProblemIsolation isolation,
            HostServices host,
            UseCount useCount,
            Runnable onQuarantine) {
        this.target = new AtomicReference<>(Optional.of(target));
        this.descriptor = descriptor;
        this.isolation = isolation;
        this.host = host;
        this.useCount = useCount;
        this.quarantine = new Quarantine(host.threads().clock(), onQuarantine);
        var name = "psc-plugin-" + descriptor.id();
        this.attempts = new SupervisedCalls(host.threads(), name + "-login");
        this.obstacles = new SupervisedCalls(host.threads(), name + "-obstacle");
        this.diagnoses = new SupervisedCalls(host.threads(), name + "-diagnose");
        this.watches = new SupervisedCalls(host.threads(), name + "-watch", false);
        this.closing = new SupervisedCalls(host.threads(), name + "-close");
    }

    /**
     * Guards an authenticator of the application, or one that its author tests. An exception of {@code descriptor()}
     * comes through.
     *
     * @param limit of {@code descriptor()}; {@link IllegalStateException} beyond it
     */
    public static GuardedAuthenticator of(
            Authenticator target, ProblemIsolation isolation, HostServices host, Duration limit) {
        var described = call(host, "descriptor", limit, () -> describe(target));
        return new GuardedAuthenticator(target, described, isolation, host, new UseCount(), () -> {});
    }

    /** Guards an authenticator from an archive. Calls it on this thread, and lets through what it throws. */
    static GuardedAuthenticator ofPlugin(
            Authenticator target, HostServices host, UseCount useCount, Runnable onQuarantine) {
        return new GuardedAuthenticator(
                target, describe(target), ProblemIsolation.ISOLATED, host, useCount, onQuarantine);
    }

    private static AuthenticatorDescriptor describe(Authenticator target) {
        enter(target);
        return Objects.requireNonNull(target.descriptor(), "descriptor");
    }

    public AuthenticatorDescriptor descriptor() {
        return descriptor;
    }

    /** The count of users of the plug-in that it comes from; of its own where it comes from none. */
    public UseCount useCount() {
        return useCount;
    }

    /** How many of its threads were given up and still run. */
    public int stuckThreads() {
        return attempts.stuck() + obstacles.stuck() + diagnoses.stuck() + watches.stuck() + closing.stuck();
    }

    /**
     * The class loader that the authenticator came with, for tests that see it collected once its plug-in is unloaded;
     * empty then.
     */
    public WeakReference<ClassLoader> classLoader() {
        return new WeakReference<>(
                target().map(own -> own.getClass().getClassLoader()).orElse(null));
    }

    /** The authenticator; none any more once it is closed. */
    private Optional<Authenticator> target() {
        return Objects.requireNonNull(target.get(), "target");
    }

    boolean isQuarantined() {
        return quarantine.isSetAside();
    }

    void liftQuarantine() {
        quarantine.lift();
    }

    /**
     * Starts one that comes from no archive, unless a setting is out of its bounds. Whatever it throws comes through;
     * {@link IllegalStateException} at the limit.
     */
    public void start(Duration limit) {
        call(host, "start", limit, () -> {
            startHere();
            return descriptor;
        });
    }

    /** Runs code of the application on a thread of its own; what it throws comes through. */
    private static <T> T call(HostServices host, String name, Duration limit, Supplier<T> code) {
        try {
            return new SupervisedCalls(host.threads(), "psc-authenticator-" + name)
                    .<T, RuntimeException>within(limit, isInterrupted -> code.get(), late -> {});
        } catch (NotRespondingException e) {
            throw new IllegalStateException(
                    name + "() of an authenticator of the application did not end within " + limit, e);
        }
    }

    /**
     * Reads its settings, and starts it on this thread unless one of them is out of its bounds. Lets through what it
     * throws.
     */
    void startHere() {
        var settings = host.settings(descriptor);
        faults = settings.faults();
        remarks = settings.remarks();
        var authenticator = target();
        if (faults.isEmpty() && authenticator.isPresent()) {
            enter(authenticator.get());
            var own = host.of(descriptor, settings);
            services = Optional.of(own);
            authenticator.get().start(own);
        }
    }

    /**
     * The obstacle that the authenticator names; why it cannot be used, if it cannot, throws, or does
     * not answer within a second.
     */
    public Optional<Problem> obstacle() {
        var authenticator = target();
        if (authenticator.isEmpty()) {
            return Optional.of(LoginProblem.AUTHENTICATOR_NOT_FOUND);
        }
        var unusable = unusable();
        if (unusable.isPresent()) {
            return unusable;
        }
        try {
            return obstacles.<Optional<Problem>, RuntimeException>within(
                    OBSTACLE_LIMIT, isInterrupted -> obstacleOf(authenticator.get()), late -> {});
        } catch (NotRespondingException e) {
            return Optional.of(PluginProblem.NOT_RESPONDING);
        }
    }

    /**
     * Why it begins no attempt: a setting that it cannot have, several failures in a row, or a former attempt that has
     * not ended.
     */
    private Optional<Problem> unusable() {
        if (!faults.isEmpty()) {
            return Optional.of(PluginProblem.SETTING_INVALID);
        }
        if (quarantine.isSetAside()) {
            return Optional.of(PluginProblem.QUARANTINED);
        }
        return attempts.stuck() > 0 ? Optional.of(PluginProblem.NOT_RESPONDING) : Optional.empty();
    }

    /** Names and places, and no value. */
    private String settingsAtFault() {
        return faults.stream()
                .map(Diagnostic::facts)
                .map(facts -> "; setting " + facts.get("setting") + " in " + facts.get("source") + " is not valid")
                .collect(Collectors.joining());
    }

    private Optional<Problem> obstacleOf(Authenticator authenticator) {
        enter(authenticator);
        try {
            return authenticator.obstacle().map(isolation::problem);
        } catch (Throwable thrown) {
            return Optional.of(PluginProblem.PLUGIN_FAILED);
        }
    }

    /**
     * The authenticator's findings; one of {@code PLUGIN_FAILED} if it throws, one of {@code NO_DIAGNOSIS} if it does
     * not answer in {@link #DIAGNOSIS_LIMIT}, or has not answered yet since it was asked before.
     */
    public List<Diagnostic> diagnose() throws InterruptedException {
        var authenticator = target();
        if (authenticator.isEmpty()) {
            return List.of();
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            return diagnoses.<List<Diagnostic>, RuntimeException>untilInterrupted(
                    DIAGNOSIS_LIMIT, isInterrupted -> findingsOf(authenticator.get()));
        } catch (NotRespondingException e) {
            return List.of(noDiagnosis());
        }
    }

    /** The finding of a health check that does not answer in time. */
    public Diagnostic noDiagnosis() {
        return Diagnostic.of(PluginProblem.NO_DIAGNOSIS, Severity.WARNING)
                .with(Map.of("authenticator", descriptor.id(), "limit", DIAGNOSIS_LIMIT.toSeconds() + " s"));
    }

    private List<Diagnostic> findingsOf(Authenticator authenticator) {
        enter(authenticator);
        try {
            var own = isolation.findings(authenticator.diagnose());
            return Stream.concat(own.stream(), remarks.stream()).toList();
        } catch (Throwable thrown) {
            return List.of(Diagnostic.of(PluginProblem.PLUGIN_FAILED, Severity.WARNING)
                    .with("authenticator", descriptor.id())
                    .with("cause", PluginFailure.className(thrown)));
        }
    }

    /** A finding that the authenticator tells while it logs in, without an object of a plug-in's class. */
    public Diagnostic isolated(Diagnostic finding) {
        return isolation.finding(finding);
    }

    /**
     * The authenticator's grant, not yet checked.
     *
     * @throws PscException its own, {@code PLUGIN_FAILED}, {@code QUARANTINED}, or {@code NOT_RESPONDING} while a
     *     former attempt has not ended
     * @throws GivenUpException if this thread was interrupted, and the authenticator did not end within a second
     */
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context, Attempt attempt)
            throws PscException, InterruptedException {
        var authenticator =
                target().orElseThrow(() -> new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "it was unloaded"));
        var unusable = unusable();
        if (unusable.isPresent()) {
            throw new PscException(unusable.get(), descriptor.id() + " begins no attempt now" + settingsAtFault());
        }
        try {
            var grant = attempts.<Grant, PscException>untilInterrupted(
                    isInterrupted -> grantOf(authenticator, request, context, attempt, isInterrupted));
            quarantine.lift();
            return grant;
        } catch (PscException e) {
            if (e.problem() == PluginProblem.PLUGIN_FAILED) {
                quarantine.failed();
            } else {
                quarantine.lift();
            }
            throw e;
        } catch (NotRespondingException e) {
            // Where it waits for the host, or for the person in a window of the host, it is not at fault.
            if (attempt.isWithHost()) {
                throw new InterruptedException("interrupted while the host was asked");
            }
            quarantine.failed();
            throw new GivenUpException();
        }
    }

    private Grant grantOf(
            Authenticator authenticator,
            AuthenticationRequest request,
            AuthenticationContext context,
            Attempt attempt,
            BooleanSupplier isInterrupted)
            throws PscException, InterruptedException {
        attempt.begin();
        enter(authenticator);
        try {
            return authenticator.authenticate(request, context);
        } catch (Throwable thrown) {
            var isCancelled = isInterrupted.getAsBoolean() || attempt.isCancelledByHost();
            if (isCancelled && PluginFailure.isInterrupt(thrown)) {
                throw new InterruptedException("interrupted during a login");
            }
            throw failure(thrown);
        }
    }

    /** Follows a device until that is stopped. */
    public Following follow(DeviceWatch watch, Consumer<Boolean> presence) {
        try {
            return watches.inBackground(isInterrupted -> endOf(watch, presence, isInterrupted));
        } catch (NotRespondingException e) {
            return new Following(CompletableFuture.completedFuture(Optional.of("did not begin")), () -> {});
        }
    }

    /**
     * A watch over a device.
     *
     * @param ended how that ended by itself, in words of the engine; empty once it has ended after a stop, or was given
     *     up
     */
    public record Following(CompletableFuture<Optional<String>> ended, Runnable stop) {}

    private static String endOf(DeviceWatch watch, Consumer<Boolean> presence, BooleanSupplier isInterrupted)
            throws InterruptedException {
        if (isInterrupted.getAsBoolean()) {
            throw new InterruptedException("stopped before it began");
        }
        enter(watch);
        try {
            watch.follow(presence);
            return "returned";
        } catch (Throwable thrown) {
            if (isInterrupted.getAsBoolean() && PluginFailure.isInterrupt(thrown)) {
                throw new InterruptedException("interrupted while a device was followed");
            }
            return "threw " + PluginFailure.className(thrown);
        }
    }

    /** Closes and drops the authenticator within two seconds, whatever it does. Later calls do nothing. */
    public void close() {
        var authenticator = target.getAndSet(Optional.empty());
        if (authenticator.isEmpty()) {
            return;
        }
        try {
            closing.<Boolean, RuntimeException>withinRealTime(STOP_LIMIT, isInterrupted -> close(authenticator.get()));
        } catch (NotRespondingException e) {
            log.warn("authenticator {} did not close in time", descriptor.id());
        }
        services.ifPresent(HostServices.OwnServices::end);
        services = Optional.empty();
    }

    private boolean close(Authenticator authenticator) {
        enter(authenticator);
        try {
            authenticator.close();
            return true;
        } catch (Throwable thrown) {
            log.warn("authenticator {} could not be closed: {}", descriptor.id(), PluginFailure.className(thrown));
            return false;
        }
    }

    private PscException failure(Throwable thrown) {
        try {
            if (thrown instanceof PscException known) {
                return isolation.failure(known);
            }
        } catch (RuntimeException | Error broken) {
            // For example, a problem whose texts are missing.
            return new PscException(PluginProblem.PLUGIN_FAILED, "its problem cannot be read", isolation.cause(broken));
        }
        return new PscException(
                PluginProblem.PLUGIN_FAILED, "threw " + PluginFailure.className(thrown), isolation.cause(thrown));
    }

    /** The relation of an attempt to the host that asked for it. */
    public interface Attempt {
        /**
         * Called once, first, on the thread on which the authenticator then runs: it may call its context on that
         * thread only.
         */
        void begin();

        /**
         * Whether the authenticator is inside a call of its context, so that it waits for the host, or for the person.
         * Called on any thread.
         */
        boolean isWithHost();

        /**
         * Whether the host has cancelled the login while it was asked or told something, by an {@link
         * InterruptedException} or an interrupt of that thread. Called on any thread.
         */
        boolean isCancelledByHost();
    }

    /**
     * An interrupted attempt whose authenticator did not end within a second. Its thread may go on; what it still
     * brings is not used.
     */
    public static final class GivenUpException extends InterruptedException {
        private static final long serialVersionUID = 1L;

        private GivenUpException() {
            super("the authenticator did not end although it was interrupted");
        }
    }

    /** Each call into a plug-in has a thread of its own, which keeps this context class loader until it ends. */
    private static void enter(Object called) {
        Thread.currentThread().setContextClassLoader(called.getClass().getClassLoader());
    }

    /** Counts the users of one version of a plug-in. Once retired nobody begins, and whoever leaves last ends it. */
    public static final class UseCount {
        /** The plug-in itself is one of them until it is retired. */
        private final AtomicInteger users = new AtomicInteger(1);

        private volatile Optional<Runnable> ending = Optional.empty();

        /** Begins to use it; {@link #leave} once for each success. False where it is retired. */
        public boolean enter() {
            return ending.isEmpty() && users.updateAndGet(now -> now == 0 ? 0 : now + 1) > 0;
        }

        /** Goes on to use what somebody uses who has not left yet, also where it is retired. */
        public void enterAgain() {
            users.incrementAndGet();
        }

        /** Uses it no more. */
        public void leave() {
            if (users.decrementAndGet() == 0) {
                ending.ifPresent(Runnable::run);
            }
        }

        /** Lets nobody begin any more; {@code whenUnused} runs once, now or by whoever leaves last. */
        void retire(Runnable whenUnused) {
            ending = Optional.of(whenUnused);
            leave();
        }
    }
}
