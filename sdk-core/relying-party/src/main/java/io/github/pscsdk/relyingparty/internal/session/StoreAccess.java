package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;

/**
 * How one client uses its store, by the store's clock; timers follow the host's. Several clients and environments may
 * share it: by these names of entries none finds another one's.
 *
 * @param owner the issuer and the client id
 */
public record StoreAccess(SessionStore store, String owner, StoreCalls calls, Scheduler timers, Clock clock) {
    /** The name by which the store's entries know a session: not its handle. */
    String name(SessionId id) {
        return digest(id.value());
    }

    String sessionKey(String name) {
        return "psc/session/" + name;
    }

    /** The name from which {@link #sessionKey} made this key. */
    String nameOf(String sessionKey) {
        return sessionKey.substring(sessionKey("").length());
    }

    public String signOutKey(SessionId id) {
        return "psc/sign-out/" + name(id);
    }

    String endReasonKey(String name) {
        return "psc/end-reason/" + name;
    }

    public String browserLoginKey(String state) {
        return "psc/browser-login/" + digest(state);
    }

    public String pendingLoginKey(String id) {
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

    String sidIndex(String sid) {
        return "psc/sid/" + digest(sid);
    }

    String subjectIndex(String subject) {
        return "psc/sub/" + digest(subject);
    }

    /** The index of those that PSC has no {@code sid} for. */
    String withoutSidIndex(String subject) {
        return "psc/sub-without-sid/" + digest(subject);
    }

    /** Where it stands that PSC has reported the end of what has that index. */
    String reportedEndKey(String index) {
        return "psc/ended/" + index;
    }

    String logoutTokenKey(String id) {
        return "psc/logout-token/" + digest(id);
    }

    private String digest(String secret) {
        return Secrets.digest(owner + "\n" + secret);
    }
}
