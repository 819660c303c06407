package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.testkit.support.AnyInput;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

class MetadataFuzz {
    private static final PscEnvironment ENVIRONMENT = PscEnvironment.sandbox();

    @FuzzTest
    void any_discovery_document_leads_to_the_hosts_of_its_environment_or_is_refused(byte[] json) {
        for (var certificate : new boolean[] {false, true}) {
            AnyInput.read(() -> read(json, certificate), UnreadableJsonException.class, PscException.class);
        }
    }

    private static void read(byte[] json, boolean certificate) throws Exception {
        var metadata = ProviderMetadata.read(json, ENVIRONMENT, certificate);

        assertEquals(ENVIRONMENT.authorizationEndpoint().getHost(), host(metadata.authorization()));
        Stream.of(
                        Optional.of(metadata.token()),
                        Optional.of(metadata.userInfo()),
                        Optional.of(metadata.keys()),
                        metadata.backchannel(),
                        metadata.endSession())
                .flatMap(Optional::stream)
                .map(MetadataFuzz::host)
                .forEach(host -> assertEquals(ENVIRONMENT.issuer().getHost(), host));
    }

    /** The case of letters means nothing in it: RFC 3986, section 6.2.2.1. */
    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
