package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.pluginhost.internal.BoundedHttpClient;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.SettingSources;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.DeviceState;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Services for tests without the engine: settings from a map, a bounded HTTP client, a state in memory. */
public final class TestServices implements AuthenticatorServices {
    /** For all tests of a JVM: they are daemons, and few. */
    private static final EngineThreads THREADS = new EngineThreads(Clock.systemUTC());

    private final AuthenticatorDescriptor descriptor;
    private final Map<String, String> given;
    private final Locale locale;
    private final Clock clock;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final HttpClient client =
            new BoundedHttpClient(THREADS, Optional.of(HttpClient.newHttpClient()), Optional.empty());

    private TestServices(AuthenticatorDescriptor descriptor, Map<String, String> given, Locale locale, Clock clock) {
        this.descriptor = descriptor;
        this.given = given;
        this.locale = locale;
        this.clock = clock;
    }

    /** Services in which nothing is set, in English, with the system's clock. */
    public static TestServices of(AuthenticatorDescriptor descriptor) {
        return new TestServices(descriptor, Map.of(), Locale.ENGLISH, Clock.systemUTC());
    }

    /** New services with one more setting; throws {@link IllegalArgumentException} where the descriptor refuses it. */
    public TestServices with(String setting, String value) {
        if (descriptor.settings().stream()
                .noneMatch(declared -> declared.name().equals(setting) && declared.accepts(value))) {
            throw new IllegalArgumentException("the engine would not start it with this value of " + setting);
        }
        var more = new HashMap<>(given);
        more.put(setting, value);
        return new TestServices(descriptor, Map.copyOf(more), locale, clock);
    }

    /** New services in another language. */
    public TestServices withLocale(Locale other) {
        return new TestServices(descriptor, given, other, clock);
    }

    /** New services with another clock. */
    public TestServices withClock(Clock other) {
        return new TestServices(descriptor, given, locale, other);
    }

    @Override
    public <T> Optional<T> setting(String name, Class<T> type) {
        var prefix = SettingSources.property(descriptor.id(), "");
        return new SettingSources(
                        Optional.empty(), property -> given.get(property.substring(prefix.length())), variable -> null)
                .read(descriptor)
                .value(name, type);
    }

    @Override
    public Locale locale() {
        return locale;
    }

    /** With the limits of the engine's, by the system's time. */
    @Override
    public HttpClient httpClient() {
        return client;
    }

    @Override
    public Optional<DeviceState> state() {
        return Optional.of(new DeviceState() {
            @Override
            public Optional<byte[]> read(String key) {
                return Optional.ofNullable(kept.get(key)).map(byte[]::clone);
            }

            @Override
            public void write(String key, byte[] value) {
                if (value.length > MOST_BYTES) {
                    throw new IllegalArgumentException("an authenticator keeps at most " + MOST_BYTES + " bytes");
                }
                kept.put(key, value.clone());
            }

            @Override
            public void delete(String key) {
                kept.remove(key);
            }
        });
    }

    Stream<String> kept() {
        // Each byte a character, so that text is found in whatever is around it.
        return kept.entrySet().stream()
                .map(each -> each.getKey() + " " + new String(each.getValue(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "TestServices[" + descriptor.id() + "]";
    }
}
