package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.internal.http.PendingLogin;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What one attempt hands to an authenticator, and what the authenticator made of it. */
final class AttemptContext implements AuthenticationContext {
    private final Surroundings surroundings;
    private final Instant deadline;
    private final BindingMessage message;
    private final Progress progress;
    private final HostSide hostSide;
    private boolean wayInTaken;
    private Optional<NationalId> asked = Optional.empty();
    private Optional<SessionGrant> grant = Optional.empty();
    private Optional<PscException> failure = Optional.empty();
    private Optional<DeviceWatch> watch = Optional.empty();

    AttemptContext(
            Surroundings surroundings, Instant deadline, BindingMessage message, Progress progress, HostSide hostSide) {
        this.surroundings = surroundings;
        this.deadline = deadline;
        this.message = message;
        this.progress = progress;
        this.hostSide = hostSide;
    }

    @Override
    public Clock clock() {
        return surroundings.clock();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public Environment environment() throws PscException, InterruptedException {
        return onHostSide(() -> surroundings.server().status().environment());
    }

    @Override
    @SuppressWarnings("try")
    public void progress(LoginProgress.Step step) {
        try (var scope = hostSide.enter()) {
            progress.report(step);
        }
    }

    @Override
    public Grant backchannel(BackchannelRequest request) throws PscException, InterruptedException {
        return wayIn(() -> {
            asked = Optional.of(request.nationalId());
            var pending = surroundings.server().start(request, message);
            progress.report(LoginProgress.Step.CONFIRM_ON_DEVICE);
            return pending.await();
        });
    }

    @Override
    public Grant browser() throws PscException, InterruptedException {
        return browser(Optional.empty());
    }

    @Override
    public Grant browser(NationalId expected) throws PscException, InterruptedException {
        return browser(Optional.of(expected));
    }

    @Override
    @SuppressWarnings("try")
    public void notice(Diagnostic finding) {
        try (var scope = hostSide.enter()) {
            progress.notice(finding);
        }
    }

    @Override
    public void watch(DeviceWatch device) {
        hostSide.check();
        if (watch.isPresent()) {
            throw new IllegalStateException("the attempt has a watch already");
        }
        watch = Optional.of(device);
    }

    private Grant browser(Optional<NationalId> expected) throws PscException, InterruptedException {
        return wayIn(() -> {
            asked = expected;
            var pending = surroundings.server().startBrowser();
            open(pending);
            progress.report(LoginProgress.Step.CONTINUE_IN_BROWSER);
            return pending.await();
        });
    }

    /** Whom the authenticator asked for, if it named anybody. */
    Optional<NationalId> asked() {
        return asked;
    }

    /** The grant that this attempt gave, if it gave one. */
    Optional<SessionGrant> grant() {
        return grant;
    }

    /** How the authenticator wants its device followed, if it does. */
    Optional<DeviceWatch> watch() {
        return watch;
    }

    /** How the way in failed, whatever the authenticator made of it. */
    Optional<PscException> failure() {
        return failure;
    }

    private interface Work<T> {
        T run() throws PscException, InterruptedException;
    }

    private Grant wayIn(Work<SessionHandle> asking) throws PscException, InterruptedException {
        return onHostSide(() -> {
            if (wayInTaken) {
                throw new IllegalStateException("an attempt asks by one way in, once");
            }
            wayInTaken = true;
            try {
                var given = new SessionGrant(asking.run());
                grant = Optional.of(given);
                return given;
            } catch (PscException e) {
                failure = Optional.of(e);
                throw e;
            }
        });
    }

    private void open(PendingLogin pending) throws PscException, InterruptedException {
        var opened = false;
        try {
            var page = pending.authorizationUri();
            BrowserWindow.open(page.orElseThrow(), surroundings.browser(), surroundings.threads());
            opened = true;
        } finally {
            if (!opened) {
                pending.cancel();
            }
        }
    }

    @SuppressWarnings("try")
    private <T> T onHostSide(Work<T> work) throws PscException, InterruptedException {
        try (var scope = hostSide.enter()) {
            return work.run();
        }
    }
}
