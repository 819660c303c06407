package io.github.pscsdk.workstation.internal.login;

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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What one attempt hands to an authenticator; each call crosses over to the engine's side. */
final class AttemptContext implements AuthenticationContext {
    private final Turn turn;
    private final Progress progress;
    private final HostSide hostSide;
    private final Asking asking;
    private final Learnt learnt;
    private Optional<DeviceWatch> watch = Optional.empty();

    AttemptContext(Turn turn, Progress progress, HostSide hostSide, Asking asking, Learnt learnt) {
        this.turn = turn;
        this.progress = progress;
        this.hostSide = hostSide;
        this.asking = asking;
        this.learnt = learnt;
    }

    @Override
    public Clock clock() {
        return turn.surroundings().clock();
    }

    @Override
    public Instant deadline() {
        return turn.deadline();
    }

    @Override
    public Environment environment() throws PscException, InterruptedException {
        return onHostSide(() -> turn.surroundings().server().status().environment());
    }

    @Override
    public void holder(NationalId read) {
        hostSide.check();
        learnt.holder(Objects.requireNonNull(read, "read"));
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
        return onHostSide(() -> {
            learnt.asked(request.nationalId());
            return asking.onDevice(request, watch.isPresent());
        });
    }

    @Override
    public Grant browser() throws PscException, InterruptedException {
        return onHostSide(() -> asking.inBrowser(Optional.empty(), watch.isPresent()));
    }

    @Override
    public Grant browser(NationalId expected) throws PscException, InterruptedException {
        return onHostSide(() -> {
            learnt.asked(expected);
            return asking.inBrowser(Optional.of(expected), watch.isPresent());
        });
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

    /** How the authenticator wants its device followed, if it does. */
    Optional<DeviceWatch> watch() {
        return watch;
    }

    private interface Work<T> {
        T run() throws PscException, InterruptedException;
    }

    @SuppressWarnings("try")
    private <T> T onHostSide(Work<T> work) throws PscException, InterruptedException {
        try (var scope = hostSide.enter()) {
            return work.run();
        }
    }
}
