package io.github.pscsdk.benchmark.start;

import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.file.Path;

/** The SDK. */
final class SdkProcess {
    private SdkProcess() {}

    public static void main(String... folderAndNumber) {
        try (var client = PscClientBuilder.forServerHalf(URI.create("https://proxy.example"))
                .clientId("editeur-demo")
                .applicationToken("a-fictitious-token")
                .pluginDirectory(Path.of(folderAndNumber[0]))
                .build()) {
            // Those of the plug-ins, and the engine's own: the browser.
            Spent.print(client.authenticators().size(), Integer.parseInt(folderAndNumber[1]) + 1);
        }
    }
}
