package io.github.pscsdk.relyingparty.internal.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Names entries in a store that several clients and environments may share: no client finds another one's session, and
 * production finds none of the sandbox.
 */
public final class StoreKeys {
    private final String owner;

    public StoreKeys(String issuer, String clientId) {
        this.owner = issuer + "\n" + clientId;
    }

    String session(String id) {
        return "psc/session/" + digest(id);
    }

    String tokens(String id) {
        return "psc/tokens/" + digest(id);
    }

    public String browserLogin(String state) {
        return "psc/browser-login/" + digest(state);
    }

    String signOut(String id) {
        return "psc/sign-out/" + digest(id);
    }

    String endedAtPsc(String id) {
        return "psc/ended-at-psc/" + digest(id);
    }

    String endedSession(String sid) {
        return "psc/ended-session/" + digest(sid);
    }

    String endedSubject(String subject) {
        return "psc/ended-subject/" + digest(subject);
    }

    String logoutToken(String id) {
        return "psc/logout-token/" + digest(id);
    }

    private String digest(String secret) {
        try {
            var text = (owner + "\n" + secret).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
