package example.practice;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.net.URI;

/** The software on the web. */
final class Website implements AutoCloseable {
    private final RelyingParty relyingParty;

    Website(PscEnvironment environment, String secret, URI callback) {
        relyingParty = RelyingParty.builder(environment)
                .client("practice", ClientAuthentication.clientSecretBasic(secret))
                .redirectUri(callback)
                .build();
    }

    BrowserLogin begin() throws PscException, InterruptedException {
        return RelyingParty.await(relyingParty::beginBrowserLogin);
    }

    PscSession complete(URI callback, String state) throws PscException, InterruptedException {
        return RelyingParty.await(() -> relyingParty.completeBrowserLogin(callback, state));
    }

    @Override
    public void close() {
        relyingParty.close();
    }
}
