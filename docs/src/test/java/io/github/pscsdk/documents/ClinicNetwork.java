package io.github.pscsdk.documents;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.file.Path;

/** Practice software in a clinic, as {@code docs/network.md} shows it. */
final class ClinicNetwork {
    private ClinicNetwork() {}

    static PscClient client(URI serverHalf, String token, String name, String password) throws PscException {
        var network = NetworkSettings.ofSystem()
                .withProxy(ForwardProxy.ofJava()
                        .withAddress("proxy.clinique.example", 3128)
                        .withLogin(name, password)
                        .except("*.clinique.example", "10.*"))
                .withAuthorities(Path.of("clinique.pem"));
        return PscClientBuilder.forServerHalf(serverHalf)
                .clientId("logiciel-medical")
                .applicationToken(token)
                .network(network)
                .build();
    }
}
