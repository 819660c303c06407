package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.Drift;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import java.net.URI;
import java.util.Optional;

/** Serves the discovery document; after a renaming, with the same addresses under a name of the same machine. */
final class DiscoveryEndpoint implements Handler {
    private static final String NEW_NAME = "//localhost:";

    private final String usual;
    private final String renamed;
    private final Dials dials;

    DiscoveryEndpoint(URI issuer, URI authorizationEndpoint, Dials dials) {
        this.usual = Discovery.document(issuer, authorizationEndpoint);
        this.renamed = usual.replace("//" + issuer.getHost() + ":", NEW_NAME);
        this.dials = dials;
    }

    @Override
    public Reply answer(IncomingRequest request) {
        var isRenamed = dials.value(Dial.DRIFT).equals(Optional.of(Drift.RENAMED_HOST));
        return Reply.json(200, isRenamed ? renamed : usual);
    }
}
