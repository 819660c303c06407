package io.github.pscsdk.benchmark.doctor;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.plugin.cps.CpsAuthenticator;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.file.Path;

/** As a main class: from the start of the program to the end of its first diagnosis, printed in milliseconds. */
final class FirstDiagnosis {
    private FirstDiagnosis() {}

    public static void main(String... folderAndServer) throws Exception {
        var start = System.nanoTime();
        try (var client = client(Path.of(folderAndServer[0]), URI.create(folderAndServer[1]))) {
            examine(client);
            System.out.println((System.nanoTime() - start) / 1e6);
        }
    }

    /** Three plug-ins from archives, and the card authenticator with whatever readers this machine has. */
    static PscClient client(Path folder, URI server) {
        return PscClientBuilder.forServerHalf(server)
                .clientId("editeur-demo")
                .applicationToken("a-fictitious-token")
                .pluginDirectory(folder)
                .authenticator(new CpsAuthenticator())
                .build();
    }

    /** Readers may be missing here; what the doctor shares with everybody may not. */
    static void examine(PscClient client) throws InterruptedException {
        var diagnosis = client.diagnose();
        if (!diagnosis.blocking("first").isEmpty()) {
            throw new IllegalStateException("not healthy: "
                    + diagnosis.blocking("first").get(0).problem().code());
        }
    }
}
