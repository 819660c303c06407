package io.github.pscsdk.example.desktop.lab;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Plugins;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.guide.SantefrGuide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client whose health checks find what a test says. */
public final class ScriptedClient implements PscClient {
    private final List<String> ids;
    private List<Examination> examinations = List.of();
    private boolean isBroken;

    public ScriptedClient(String... ids) {
        this.ids = List.of(ids);
    }

    /** From now on the health check finds that. */
    public void finds(Examination... found) {
        examinations = List.of(found);
    }

    /** From now on the health check meets a defect. */
    public void breaks() {
        isBroken = true;
    }

    @Override
    public List<AuthenticatorDescriptor> authenticators() {
        return ids.stream()
                .map(id -> AuthenticatorDescriptor.of(id, WayIn.BACKCHANNEL, id + " fr", id + " en"))
                .toList();
    }

    @Override
    public Plugins plugins() {
        throw new UnsupportedOperationException("no window asks for them");
    }

    @Override
    public Optional<Problem> obstacle(String authenticatorId) {
        return ids.contains(authenticatorId) ? Optional.empty() : Optional.of(LoginProblem.AUTHENTICATOR_NOT_FOUND);
    }

    @Override
    public Diagnosis diagnose(Consumer<Examination> progress) {
        if (isBroken) {
            throw new IllegalStateException("a defect");
        }
        examinations.forEach(progress);
        return new Diagnosis(Instant.EPOCH, Duration.ZERO, examinations, authenticators());
    }

    @Override
    public LoginGuide guide(Locale locale) {
        return SantefrGuide.in(locale);
    }

    @Override
    public AuthenticationSession login(LoginRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
