package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.internal.http.ServerHalf.PendingLogin;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import io.github.pscsdk.workstation.internal.login.Logins.LoginInterrupt;
import io.github.pscsdk.workstation.internal.session.OpenSessions.FollowedDevice;
import io.github.pscsdk.workstation.internal.session.WorkstationSession;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt of one authenticator, from the question who logs in to the session; what it opened at the server half and
 * does not hand over, it ends there. The authenticator, whose own thread may outlive it, gets it as its context.
 */
final class LoginAttempt implements AuthenticationContext {
    private static final Logger log = LoggerFactory.getLogger(LoginAttempt.class);

    private final Logins logins;
    private final LoginRequest request;
    private final String authenticatorId;
    private final boolean nextWay;
    private final long number;
    private final Instant deadline;
    private final HostCalls host;

    private Optional<NationalId> chosen;
    private ExpectedLogin expected;
    /** The professional whom a device or the person named, so that the next way in need not ask. */
    private Optional<NationalId> named = Optional.empty();

    private Optional<DeviceWatch> watch = Optional.empty();
    private Optional<GuardedAuthenticator> authenticator = Optional.empty();
    private boolean asked;
    /** On which device the professional was asked; empty in the browser. */
    private Optional<Means> channel = Optional.empty();
    /** The professional's answer, or {@code refusal}, or neither yet. */
    private final AttemptGrant grant = new AttemptGrant();

    private volatile Optional<PscException> refusal = Optional.empty();

    /** @param nextWay whether the request names another authenticator to try after this one */
    LoginAttempt(
            Logins logins,
            LoginRequest request,
            String authenticatorId,
            boolean nextWay,
            long number,
            Instant deadline) {
        this.logins = logins;
        this.request = request;
        this.authenticatorId = authenticatorId;
        this.nextWay = nextWay;
        this.number = number;
        this.deadline = deadline;
        this.host = new HostCalls(number, request, deadline, this::said);
        this.chosen = request.nationalId();
        this.expected = ExpectedLogin.of(request);
    }

    private interface Work<T> {
        T run() throws PscException, InterruptedException;
    }

    // ---- the flow ------------------------------------------------------------------------------------------------

    WorkstationSession run(LoginInterrupt interrupt, Optional<Diagnostic> whyPreviousFailed)
            throws PscException, InterruptedException {
        log.info("login {}: begins with {}", number, authenticatorId);
        whyPreviousFailed.ifPresent(host::tryingNextWay);
        return logged(() -> {
            var used = logins.registry.use(authenticatorId);
            try {
                var unlock = used.lock()
                        .tryLock(logins.threads)
                        .orElseThrow(() ->
                                new PscException(LoginProblem.ATTEMPT_IN_PROGRESS, "the authenticator is at work"));
                try {
                    return runWith(used.authenticator(), interrupt);
                } finally {
                    unlock.run();
                }
            } finally {
                used.authenticator().useCount().leave();
            }
        });
    }

    private WorkstationSession runWith(GuardedAuthenticator used, LoginInterrupt interrupt)
            throws PscException, InterruptedException {
        authenticator = Optional.of(used);
        chosen = whomToAsk(used.descriptor());
        chosen.ifPresent(this::expect);
        var given = authenticate(used);
        interrupt.check();
        return open(given);
    }

    private void expect(NationalId person) {
        expected = expected.and(person);
    }

    /** Goes on with a login that another process began, with the same checks. */
    WorkstationSession resume(TicketContent ticket) throws PscException, InterruptedException {
        log.info("login {}: goes on with one that {} began", number, authenticatorId);
        expected = ticket.expected().and(expected);
        channel = ticket.channel();
        return logged(() -> {
            var pending = logins.server.resume(ticket.loginId(), deadline);
            return open(grant.handleOf(once(() -> answer(pending, ticket.digits()))));
        });
    }

    private WorkstationSession logged(Work<WorkstationSession> work) throws PscException, InterruptedException {
        var done = false;
        try {
            var session = work.run();
            done = true;
            log.info("login {}: done", number);
            return session;
        } catch (PscException e) {
            log.warn("login {}: {} {}", number, e.problem().code(), e.problem().name());
            throw e;
        } finally {
            if (!done) {
                grant.end().ifPresent(logins.server::abandon);
            }
        }
    }

    /** The professional whom the request names, or the person where the authenticator cannot do without. */
    private Optional<NationalId> whomToAsk(AuthenticatorDescriptor descriptor)
            throws PscException, InterruptedException {
        var asksByName = descriptor.needsNationalId() && request.wayIn().orElse(descriptor.wayIn()) != WayIn.BROWSER;
        if (!asksByName || request.nationalId().isPresent()) {
            return request.nationalId();
        }
        var suggested = logins.lastCardHolder;
        var person = host.ask("an identifier", dialog -> dialog.whoLogsIn(suggested))
                .orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody is named"));
        return Optional.of(person);
    }

    private SessionHandle authenticate(GuardedAuthenticator used) throws PscException, InterruptedException {
        try {
            // No object of the host's: the authenticator learns of its request what it needs.
            var returned = used.authenticate(new AuthenticationRequest(chosen, request.wayIn()), this, host);
            if (host.isExhausted()) {
                throw new PscException(PluginProblem.PLUGIN_FAILED, "it called the host too often in one attempt");
            }
            return grant.handleOf(returned);
        } catch (PscException e) {
            // Where the professional's answer was a refusal, that counts, even if the authenticator fails over it.
            throw refusal.filter(
                            answer -> e.problem() == answer.problem() || e.problem() == PluginProblem.PLUGIN_FAILED)
                    .orElse(e);
        } finally {
            grant.end();
            host.begin();
            host.close();
        }
    }

    /** The session of whoever logged in, once that is the right person by the right means. */
    private WorkstationSession open(SessionHandle given) throws PscException, InterruptedException {
        host.report(Step.VERIFYING);
        var facts = logins.server.session(given, deadline);
        expected.check(facts.professional());
        var means = ExpectedLogin.used(facts.authMode(), channel);
        expected.check(means);
        if (facts.professional().practices().isEmpty() && !given.isOfPlainContract()) {
            host.notice(Diagnostic.of(LoginProblem.NO_PROFESSIONAL_DATA, Severity.WARNING));
        }
        var device = watch.map(watched -> new FollowedDevice(watched, authenticator.orElseThrow()));
        var session = logins.sessions.open(given, facts, means, number, request.cardRemoval(), device);
        if (channel.filter(Means.CARD::equals).isPresent()) {
            // Also where the card was not read: then the caller or the person named its holder.
            named.or(() -> chosen).ifPresent(holder -> logins.lastCardHolder = Optional.of(holder));
        }
        return session;
    }

    // ---- after a failure -----------------------------------------------------------------------------------------

    /**
     * Whether the next way in may be tried: not after a grant, and not where the refusal forbids it, whatever the
     * authenticator threw.
     */
    boolean allowsNextWayAfter(Problem thrown) {
        return grant.end().isEmpty()
                && thrown.allowsNextWay()
                && refusal.map(met -> met.problem().allowsNextWay()).orElse(true);
    }

    Optional<NationalId> named() {
        return named;
    }

    // ---- what the authenticator may call -------------------------------------------------------------------------

    @Override
    public Clock clock() {
        return logins.threads.clock();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isLastWay() {
        return !nextWay;
    }

    @Override
    public Environment environment() throws PscException, InterruptedException {
        return guarded(() -> logins.server.environment());
    }

    @Override
    public void holder(NationalId read) {
        host.check();
        named = Optional.of(Objects.requireNonNull(read, "read"));
        logins.lastCardHolder = named;
    }

    @Override
    public void waitingForDevice() {
        host.run(() -> host.report(Step.WAITING_FOR_DEVICE));
    }

    @Override
    public void progress(BilingualLine words) {
        host.run(() -> host.message(said(words)));
    }

    /** Under its name: nobody takes what a plug-in says for the words of the engine. */
    private BilingualLine said(BilingualLine words) {
        return words.saidBy(authenticator.orElseThrow().descriptor().name());
    }

    @Override
    public LoginDialog dialog() {
        return host;
    }

    @Override
    public void notice(Diagnostic finding) {
        var isolated = authenticator.orElseThrow().isolated(finding);
        host.run(() -> host.notice(isolated));
    }

    @Override
    public void watch(DeviceWatch device) {
        host.check();
        if (watch.isPresent()) {
            throw new IllegalStateException("the attempt has a watch already");
        }
        watch = Optional.of(device);
    }

    @Override
    public Grant backchannel(BackchannelRequest asking) throws PscException, InterruptedException {
        return guarded(() -> {
            named = Optional.of(asking.nationalId());
            return once(() -> {
                expect(asking.nationalId());
                channel = Optional.of(asking.channel());
                // Before the professional's device rings.
                expected.check(channel);
                var digits = BindingMessage.draw();
                return answer(logins.server.begin(asking, digits, deadline), Optional.of(digits));
            });
        });
    }

    @Override
    public Grant browser() throws PscException, InterruptedException {
        return guarded(() -> once(this::inBrowser));
    }

    @Override
    public Grant browser(NationalId holder) throws PscException, InterruptedException {
        return guarded(() -> {
            named = Optional.of(holder);
            return once(() -> {
                expect(holder);
                return inBrowser();
            });
        });
    }

    @SuppressWarnings("try")
    private <T> T guarded(Work<T> work) throws PscException, InterruptedException {
        try (var scope = host.enter()) {
            return work.run();
        }
    }

    // ---- asking the professional ---------------------------------------------------------------------------------

    private Grant once(Work<SessionHandle> question) throws PscException, InterruptedException {
        if (asked) {
            throw new IllegalStateException("an attempt asks by one way in, once");
        }
        asked = true;
        try {
            var handle = question.run();
            return grant.bring(handle).orElseThrow(() -> {
                logins.server.abandon(handle);
                return new IllegalStateException("the attempt is over");
            });
        } catch (PscException e) {
            refusal = Optional.of(e);
            throw e;
        }
    }

    private SessionHandle inBrowser() throws PscException, InterruptedException {
        var pending = logins.server.beginInBrowser(deadline);
        try {
            show(pending.authorizationUri().orElseThrow());
        } catch (PscException | InterruptedException | RuntimeException | Error e) {
            pending.cancel();
            throw e;
        }
        return answer(pending, Optional.empty());
    }

    /** In the browser of this machine; where that fails, the host may show the address. */
    private void show(URI page) throws PscException, InterruptedException {
        try {
            // On a thread of the engine: AWT keeps the class loader of its first caller, which may be a plug-in's.
            CompletableFuture.runAsync(() -> logins.browser.accept(page), logins.threads)
                    .get();
        } catch (ExecutionException e) {
            var isShown =
                    host.ask("a place to show the page's address", dialog -> Optional.of(dialog.browserPage(page)));
            if (!isShown.orElse(false)) {
                var cause = Objects.requireNonNull(e.getCause(), "cause");
                // Without the cause: its message may repeat the address, with which anybody could finish the login.
                throw new PscException(
                        LoginProblem.BROWSER_NOT_OPENED,
                        "threw " + cause.getClass().getName());
            }
        }
    }

    private SessionHandle answer(PendingLogin pending, Optional<BindingMessage> digits)
            throws PscException, InterruptedException {
        var step = channel.isPresent() ? Step.CONFIRM_ON_DEVICE : Step.CONTINUE_IN_BROWSER;
        // No ticket where a device is watched: after a restart nothing would watch it.
        var ticket = pending.id()
                .filter(id -> watch.isEmpty())
                .map(id -> new TicketContent(id, authenticatorId, channel, deadline, digits, expected).toTicket());
        host.report(step, digits, ticket);
        return pending.await(
                (tries, again) -> host.ask("the code of the page", dialog -> dialog.browserCode(tries, again)));
    }
}
