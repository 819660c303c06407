package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.sessionstore.PendingStore;
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

    /** What the store's own entries know a session by: not its handle. */
    String name(SessionId id) {
        return digest(id.value());
    }

    String session(String name) {
        return "psc/session/" + name;
    }

    public String signOut(SessionId id) {
        return "psc/sign-out/" + name(id);
    }

    String endReason(String name) {
        return "psc/end-reason/" + name;
    }

    public String browserLogin(String state) {
        return "psc/browser-login/" + digest(state);
    }

    public String pendingLogin(String id) {
        return "psc/login/" + digest(id);
    }

    /** What is pending for this client alone: no other one would know what to do with it. */
    public String kind(String what) {
        var letters = new StringBuilder(what).append('-');
        for (var c : digest(what).toCharArray()) {
            if (letters.length() < PendingStore.LONGEST_KIND) {
                letters.append((char) ('a' + c % 26));
            }
        }
        return letters.toString();
    }

    String sessionsOfSid(String sid) {
        return "psc/sid/" + digest(sid);
    }

    String sessionsOfSubject(String subject) {
        return "psc/sub/" + digest(subject);
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
