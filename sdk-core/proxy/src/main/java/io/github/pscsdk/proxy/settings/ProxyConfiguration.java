package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLoginOptions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a proxy. Made by {@link #builder}, or read from the file of a service.
 *
 * @param environment the Pro Santé Connect to talk to
 * @param acrPolicy with which levels of assurance people are let in
 * @param address where to listen; port 0 is any free one
 * @param publicBaseUri how browsers reach the proxy; empty means the address it listens on
 * @param clients the client ids registered at Pro Santé Connect
 * @param backends the target APIs behind {@code /send}
 * @param applications who may call
 * @param conformityMode whether the contract's paths are exactly ANS's: no application token, no limit of attempts
 * @param limits how many logins may be started
 * @param traffic how much goes through
 * @param operation how it is operated
 * @param trustedCertificates certification authorities instead of the Java platform's
 * @param forwardProxy through which calls to Pro Santé Connect, authorization servers and backends go out
 * @param trustedReverseProxies from whom a forwarded address is believed
 * @param traces where traces outlive a restart; empty means bounded memory
 * @param stores where sessions are kept; empty means the memory of this process
 * @param browserLoginOptions what browser logins ask of Pro Santé Connect, unless their caller asks for more
 * @param clientProbe whether a diagnosis asks Pro Santé Connect if it takes the clients
 * @param clock tells the time
 */
public record ProxyConfiguration(
        PscEnvironment environment,
        AcrPolicy acrPolicy,
        InetSocketAddress address,
        Optional<URI> publicBaseUri,
        List<RegisteredClient> clients,
        List<Backend> backends,
        List<RegisteredApplication> applications,
        boolean conformityMode,
        AttemptLimits limits,
        TrafficLimits traffic,
        OperationSettings operation,
        Optional<KeyStore> trustedCertificates,
        ForwardProxy forwardProxy,
        Set<AddressRange> trustedReverseProxies,
        Optional<TraceSettings> traces,
        Optional<StoreSource> stores,
        BrowserLoginOptions browserLoginOptions,
        boolean clientProbe,
        Clock clock) {
    /** Starts the description of a proxy; it needs a client, and an application token unless in conformity mode. */
    public static ProxyConfigurationBuilder builder(PscEnvironment environment) {
        return new ProxyConfigurationBuilder(environment);
    }

    /** Where the tokens of all backends come from that ask for one. */
    public List<ApiAudience> audiences() {
        return backends.stream()
                .map(Backend::audience)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Environment and address only. */
    @Override
    public String toString() {
        return "ProxyConfiguration[" + environment + ", " + address + "]";
    }
}
