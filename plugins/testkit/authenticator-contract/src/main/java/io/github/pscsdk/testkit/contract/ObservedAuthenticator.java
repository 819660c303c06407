package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceState;
import io.github.pscsdk.spi.Grant;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Starts an authenticator with the services of its test, and records what it says before the engine's guards copy it.
 */
final class ObservedAuthenticator implements Authenticator {
    private final Authenticator target;
    private final AuthenticatorServices services;
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final List<Diagnostic> findings = new CopyOnWriteArrayList<>();
    private final List<Problem> reasons = new CopyOnWriteArrayList<>();

    ObservedAuthenticator(Authenticator target, AuthenticatorServices services) {
        this.target = target;
        this.services = services;
    }

    List<Throwable> thrown() {
        return thrown;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    Stream<Problem> problems() {
        var ofFailures = thrown.stream()
                .filter(PscException.class::isInstance)
                .map(failure -> ((PscException) failure).problem());
        return Stream.of(ofFailures, findings.stream().map(Diagnostic::problem), reasons.stream())
                .flatMap(each -> each);
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return target.descriptor();
    }

    @Override
    public void start(AuthenticatorServices ofHost) {
        target.start(services);
    }

    @Override
    public Optional<Problem> obstacle() {
        var said = target.obstacle();
        said.ifPresent(reasons::add);
        return said;
    }

    @Override
    public List<Diagnostic> diagnose() throws InterruptedException {
        var found = target.diagnose();
        findings.addAll(found);
        return found;
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        try {
            return target.authenticate(request, context);
        } catch (PscException | InterruptedException | RuntimeException | Error e) {
            thrown.add(e);
            throw e;
        }
    }

    @Override
    public void close() {
        target.close();
    }

    /** The services of a test, in a host of another language. */
    record InLanguage(AuthenticatorServices ofTest, Locale locale) implements AuthenticatorServices {
        @Override
        public <T> Optional<T> setting(String name, Class<T> type) {
            return ofTest.setting(name, type);
        }

        @Override
        public HttpClient httpClient() {
            return ofTest.httpClient();
        }

        @Override
        public Optional<DeviceState> state() {
            return ofTest.state();
        }

        @Override
        public Clock clock() {
            return ofTest.clock();
        }
    }
}
