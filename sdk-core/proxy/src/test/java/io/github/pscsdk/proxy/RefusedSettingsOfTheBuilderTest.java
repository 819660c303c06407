package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.OperationSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting that no proxy can have is refused where it is set, not at the first request. */
class RefusedSettingsOfTheBuilderTest {
    private static final ClientAuthentication PROOF = ClientAuthentication.clientSecretBasic("secret");
    private static final String SUM = ProxyServerBuilder.sha256Of("any");

    private static Arguments of(String what, UnaryOperator<ProxyServerBuilder> setting) {
        return Arguments.of(what, setting);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                of("no client id", proxy -> proxy.client("", PROOF)),
                of("a blank client id", proxy -> proxy.client(" ", PROOF)),
                of("an unknown host", proxy -> proxy.address(InetSocketAddress.createUnresolved("nowhere", 0))),
                of("no host", proxy -> proxy.publicBaseUri(URI.create("https:/psc"))),
                of("a query", proxy -> proxy.publicBaseUri(URI.create("https://example.org/?a"))),
                of("a fragment", proxy -> proxy.publicBaseUri(URI.create("https://example.org/#a"))),
                of("a name with a slash", proxy -> proxy.backend("a/b", URI.create("https://example.org"))),
                of("no attempt of a caller", proxy -> proxy.limits(0, 1, Duration.ofMinutes(1))),
                of("no attempt for a professional", proxy -> proxy.limits(1, 0, Duration.ofMinutes(1))),
                of("no window", proxy -> proxy.limits(1, 1, Duration.ZERO)),
                of("a negative window", proxy -> proxy.limits(1, 1, Duration.ofMinutes(-1))),
                of("no byte", proxy -> proxy.traffic(0, 1, 1)),
                of("no connection", proxy -> proxy.traffic(1, 0, 1)),
                of("no login", proxy -> proxy.traffic(1, 1, 0)),
                of("less than a second", proxy -> proxy.connectWithin(Duration.ofMillis(999))),
                of("more than ten minutes", proxy -> proxy.connectWithin(Duration.ofMillis(600_001))),
                of("a negative stop", proxy -> proxy.stopWithin(Duration.ofMillis(-1))),
                of(
                        "traces of less than a day",
                        proxy -> proxy.traces(
                                new TraceSettings(Optional.empty(), Optional.empty(), Duration.ofHours(23)))),
                of("no pause between two looks at files", proxy -> {
                    new OperationSettings(true, Duration.ZERO, Duration.ofNanos(1));
                    return proxy;
                }),
                of("a range of everybody", proxy -> proxy.trustedReverseProxies("0.0.0.0/0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void what_no_proxy_can_have_is_refused_at_once(String what, UnaryOperator<ProxyServerBuilder> setting) {
        var builder = ProxyServer.builder(PscEnvironment.sandbox());

        assertThrows(IllegalArgumentException.class, () -> setting.apply(builder));
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                of("a client", proxy -> proxy.application("one", SUM)),
                of("an application token", proxy -> proxy.client("one", PROOF)),
                of("client ids that differ", proxy -> whole(proxy).client("one", PROOF)),
                of(
                        "backend names that differ",
                        proxy -> whole(proxy)
                                .backend("form", URI.create("https://one.example"))
                                .backend("form", URI.create("https://two.example"))),
                of(
                        "a store, in which traces are to be kept",
                        proxy -> whole(proxy).traces(TraceSettings.inStore())));
    }

    private static ProxyServerBuilder whole(ProxyServerBuilder proxy) {
        return proxy.client("one", PROOF).application("one", SUM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void what_a_proxy_lacks_is_named_at_its_start(String what, UnaryOperator<ProxyServerBuilder> setting) {
        var builder = setting.apply(ProxyServer.builder(PscEnvironment.sandbox()));

        var failure = assertThrows(IllegalStateException.class, builder::start);

        assertEquals("the proxy lacks: " + what, failure.getMessage());
    }
}
