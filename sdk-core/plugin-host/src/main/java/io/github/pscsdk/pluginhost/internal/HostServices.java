package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.SettingSources.CheckedSettings;
import io.github.pscsdk.pluginhost.internal.SupervisedCalls.NotRespondingException;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceState;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one host for its authenticators; each gets its own view of it. Safe for any thread. Without a folder
 * there are no files with settings, or nothing is kept.
 */
public record HostServices(
        Optional<Path> settingsFolder,
        Optional<Path> stateFolder,
        Locale locale,
        EngineThreads threads,
        NetworkSettings network) {
    private static final Logger log = LoggerFactory.getLogger(HostServices.class);
    /** The JDK's setting for its own clients: Basic, unless set. */
    private static final String BASIC_FORBIDDEN = "jdk.http.auth.tunneling.disabledSchemes";

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    /** How long the making of a client may take, which reads the trusted authorities. */
    private static final Duration MAKING = Duration.ofSeconds(30);

    /** The settings of an authenticator as they are set now. */
    public CheckedSettings settings(AuthenticatorDescriptor descriptor) {
        return new SettingSources(settingsFolder, System::getProperty, System::getenv).read(descriptor);
    }

    /** The services of one authenticator. Nothing of them is another one's. */
    OwnServices of(AuthenticatorDescriptor descriptor, CheckedSettings values) {
        return new OwnServices(values, stateFolder.map(folder -> new StateFolder(folder.resolve(descriptor.id()))));
    }

    /** The services of one authenticator, until it is closed. */
    final class OwnServices implements AuthenticatorServices {
        private final CheckedSettings values;
        private final Optional<DeviceState> state;
        private Optional<BoundedHttpClient> client = Optional.empty();
        private boolean ended;

        private OwnServices(CheckedSettings values, Optional<DeviceState> state) {
            this.values = values;
            this.state = state;
        }

        @Override
        public <T> Optional<T> setting(String name, Class<T> type) {
            return values.value(name, type);
        }

        @Override
        public Locale locale() {
            return locale;
        }

        @Override
        public synchronized HttpClient httpClient() {
            if (client.isEmpty()) {
                var own = ended ? Optional.<HttpClient>empty() : Optional.of(newClient());
                client = Optional.of(
                        new BoundedHttpClient(threads, own, network.proxy().authorization()));
            }
            return client.get();
        }

        @Override
        public Optional<DeviceState> state() {
            return state;
        }

        @Override
        public Clock clock() {
            return threads.clock();
        }

        synchronized void end() {
            ended = true;
            client.ifPresent(BoundedHttpClient::end);
        }
    }

    /** On a thread of the engine: the client's own would inherit the class loader of the plug-in that asks. */
    private HttpClient newClient() {
        if (network.proxy().authorization().isPresent()
                && System.getProperty(BASIC_FORBIDDEN, "Basic").contains("Basic")) {
            log.warn("the clients of plug-ins log in at no proxy for https: start Java with -D{}=", BASIC_FORBIDDEN);
        }
        try {
            return new SupervisedCalls(threads, "psc-http-client")
                    .<HttpClient, RuntimeException>withinRealTime(
                            MAKING,
                            isInterrupted -> HttpClient.newBuilder()
                                    .followRedirects(HttpClient.Redirect.NEVER)
                                    .connectTimeout(CONNECTING)
                                    .executor(work -> threads.start(BoundedHttpClient.THREAD, work))
                                    .proxy(network.proxy().selector())
                                    .sslContext(NetworkSettings.tls(network.trustManager()))
                                    .build());
        } catch (NotRespondingException e) {
            throw new IllegalStateException("no HTTP client can be made", e);
        }
    }
}
