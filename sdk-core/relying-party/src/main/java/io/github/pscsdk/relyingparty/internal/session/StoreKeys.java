package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;

/** Names entries in a store that several clients and environments may share: none finds another one's. */
public final class StoreKeys {
    private final String owner;

    public StoreKeys(String issuer, String clientId) {
        this.owner = issuer + "\n" + clientId;
    }

    /** The name by which the store's entries know a session: not its handle. */
    String name(SessionId id) {
        return digest(id.value());
    }

    String session(String name) {
        return "psc/session/" + name;
    }

    /** The name from which {@link #session} made this key. */
    String nameOf(String sessionKey) {
        return sessionKey.substring(session("").length());
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

    /** The kind of an entry that is pending for this client alone: no other one would know what to do with it. */
    public String kind(String what) {
        var letters = new StringBuilder(what).append('-');
        for (var c : digest(what).toCharArray()) {
            if (letters.length() < SessionStore.LONGEST_KIND) {
                letters.append((char) ('a' + c % 26));
            }
        }
        return letters.toString();
    }

    String sid(String sid) {
        return "psc/sid/" + digest(sid);
    }

    String subject(String subject) {
        return "psc/sub/" + digest(subject);
    }

    /** The index of those that PSC has no {@code sid} for. */
    String withoutSid(String subject) {
        return "psc/sub-without-sid/" + digest(subject);
    }

    /** Where it stands that PSC has reported the end of what has that index. */
    String reportedEnd(String index) {
        return "psc/ended/" + index;
    }

    String logoutToken(String id) {
        return "psc/logout-token/" + digest(id);
    }

    private String digest(String secret) {
        return Secrets.digest(owner + "\n" + secret);
    }
}
