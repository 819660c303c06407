package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.guide.SantefrGuide;
import io.github.pscsdk.workstation.internal.health.HealthCheck;
import io.github.pscsdk.workstation.internal.login.AsyncLogins;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import io.github.pscsdk.workstation.internal.login.Logins;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The client: each question goes to the part of the engine that knows. */
final class WorkstationClient implements PscClient {
    private final AuthenticatorRegistry registry;
    private final Logins logins;
    private final AsyncLogins asyncLogins;
    private final HealthCheck checkup;
    private final Runnable closing;

    WorkstationClient(
            AuthenticatorRegistry registry,
            Logins logins,
            AsyncLogins asyncLogins,
            HealthCheck checkup,
            Runnable closing) {
        this.registry = registry;
        this.logins = logins;
        this.asyncLogins = asyncLogins;
        this.checkup = checkup;
        this.closing = closing;
    }

    @Override
    public List<AuthenticatorDescriptor> authenticators() {
        return registry.descriptors();
    }

    @Override
    public Diagnosis diagnose(Consumer<Examination> progress) throws InterruptedException {
        return checkup.run(progress);
    }

    @Override
    public LoginGuide guide(Locale locale) {
        return SantefrGuide.in(locale);
    }

    @Override
    public AuthenticationSession login(LoginRequest request) throws PscException, InterruptedException {
        return logins.login(request);
    }

    @Override
    public CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request) {
        return asyncLogins.start(request);
    }

    /** May be called several times. */
    @Override
    public void close() {
        closing.run();
    }
}
