package example.practice;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.file.Path;

/** The software on a workstation. */
final class Desktop implements AutoCloseable {
    private final PscClient client;

    Desktop(URI proxy, String applicationToken, Path plugins) throws PscException {
        client = PscClientBuilder.forServerHalf(proxy)
                .clientId("practice")
                .applicationToken(applicationToken)
                .pluginDirectory(plugins)
                .build();
    }

    AuthenticationSession logIn(String authenticator, NationalId professional)
            throws PscException, InterruptedException {
        return client.login(LoginRequest.using(authenticator).withNationalId(professional));
    }

    @Override
    public void close() {
        client.close();
    }
}
