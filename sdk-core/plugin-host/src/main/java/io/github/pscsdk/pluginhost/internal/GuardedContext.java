package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** The engine's context as an authenticator gets it: no object of a plug-in's class gets through to the host. */
final class GuardedContext implements AuthenticationContext {
    private final AuthenticationContext engine;
    private final ProblemIsolation isolation;
    private final ClassLoader loader;

    GuardedContext(AuthenticationContext engine, ProblemIsolation isolation, ClassLoader loader) {
        this.engine = engine;
        this.isolation = isolation;
        this.loader = loader;
    }

    @Override
    public Clock clock() {
        return engine.clock();
    }

    @Override
    public Instant deadline() {
        return engine.deadline();
    }

    @Override
    public boolean isLastWay() {
        return engine.isLastWay();
    }

    @Override
    public Environment environment() throws PscException, InterruptedException {
        return engine.environment();
    }

    @Override
    public void holder(NationalId read) {
        engine.holder(read);
    }

    @Override
    public void waitingForDevice() {
        engine.waitingForDevice();
    }

    @Override
    public void progress(ShortText words) {
        engine.progress(words);
    }

    @Override
    public LoginDialog dialog() {
        return engine.dialog();
    }

    @Override
    public Grant backchannel(BackchannelRequest request) throws PscException, InterruptedException {
        return engine.backchannel(request);
    }

    @Override
    public Grant browser() throws PscException, InterruptedException {
        return engine.browser();
    }

    @Override
    public Grant browser(NationalId expected) throws PscException, InterruptedException {
        return engine.browser(expected);
    }

    @Override
    public void notice(Diagnostic finding) {
        engine.notice(isolation.finding(finding));
    }

    /** With the plug-in's loader as the context class loader of the watch's thread. */
    @Override
    public void watch(DeviceWatch watch) {
        Objects.requireNonNull(watch, "watch");
        engine.watch(presence -> {
            Thread.currentThread().setContextClassLoader(loader);
            watch.follow(presence);
        });
    }
}
