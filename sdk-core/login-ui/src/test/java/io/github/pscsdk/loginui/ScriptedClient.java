package io.github.pscsdk.loginui;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Plugins;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A client whose logins end as a test says. */
final class ScriptedClient implements PscClient {
    private final List<String> ids;
    private final List<LoginRequest> requests = new ArrayList<>();
    private final List<CompletableFuture<AuthenticationSession>> logins = new ArrayList<>();

    ScriptedClient(String... ids) {
        this.ids = List.of(ids);
    }

    /** The last one. */
    LoginRequest request() {
        return requests.get(requests.size() - 1);
    }

    /** The last one. */
    CompletableFuture<AuthenticationSession> login() {
        return logins.get(logins.size() - 1);
    }

    interface Asking<T> {
        Optional<T> ask(LoginDialog dialog) throws InterruptedException;
    }

    /** Asks on a thread of its own, as a login does. */
    <T> CompletableFuture<Optional<T>> asks(Asking<T> asking) {
        var dialog = request().dialog();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return asking.ask(dialog);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                ThreadPerTaskExecutor.INSTANCE);
    }

    /** A session that does nothing but count how often it is signed out. */
    static AuthenticationSession session(AtomicInteger signOuts) {
        return (AuthenticationSession) Proxy.newProxyInstance(
                ScriptedClient.class.getClassLoader(),
                new Class<?>[] {AuthenticationSession.class},
                (session, method, values) -> switch (method.getName()) {
                    case "signOut" -> {
                        signOuts.incrementAndGet();
                        yield null;
                    }
                    case "equals" -> session == values[0];
                    case "hashCode" -> 1;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public List<AuthenticatorDescriptor> authenticators() {
        return ids.stream()
                .map(id -> AuthenticatorDescriptor.of(id, WayIn.BACKCHANNEL, id + " fr", id + " en"))
                .toList();
    }

    @Override
    public CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request) {
        requests.add(request);
        logins.add(new CompletableFuture<>());
        return login();
    }

    @Override
    public Optional<Problem> obstacle(String authenticatorId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Plugins plugins() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Diagnosis diagnose(Consumer<Examination> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoginGuide guide(Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthenticationSession login(LoginRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
