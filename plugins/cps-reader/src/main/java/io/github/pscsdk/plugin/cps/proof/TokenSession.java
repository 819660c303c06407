package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.Security;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A token that is logged in. JSSE finds the provider of a key only if it is registered: it is, as long as this is open. */
final class TokenSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenSession.class);

    private final AuthProvider provider;

    private TokenSession(AuthProvider provider) {
        this.provider = provider;
    }

    static TokenSession open(AuthProvider provider, Optional<CallbackHandler> code) throws PscException {
        var session = new TokenSession(provider);
        Security.addProvider(provider);
        try {
            session.login(code);
            return session;
        } catch (PscException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void login(Optional<CallbackHandler> code) throws PscException {
        try {
            provider.login(new Subject(), code.orElse(null));
        } catch (LoginException | ProviderException e) {
            throw ProofFailures.ofToken(e);
        }
    }

    AuthenticationPair authenticationPair() throws PscException {
        try {
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, null);
            return AuthenticationPair.in(store);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new PscException(CardProblem.CARD_UNREADABLE, "the token does not list its keys", e);
        }
    }

    /** Logs out, whatever happened. */
    @Override
    public void close() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            LOG.debug("The token was not logged out: {}", e.getClass().getSimpleName());
        } finally {
            Security.removeProvider(provider.getName());
        }
    }
}
