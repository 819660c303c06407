package io.github.pscsdk.documents;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;

/** The snippet of the page about a clinic's network that is of the server half. */
final class ServerNetwork {
    private ServerNetwork() {}

    static void goThrough(RelyingPartyBuilder builder, String name, String password) {
        builder.forwardProxy(ForwardProxy.ofJava()
                .withAddress("proxy.clinique.example", 3128)
                .withLogin(name, password)
                .except("*.clinique.example"));
    }
}
