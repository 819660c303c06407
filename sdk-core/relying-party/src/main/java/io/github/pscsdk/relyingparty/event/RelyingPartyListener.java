package io.github.pscsdk.relyingparty.event;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears what an operator counts: logins, calls, refusals, ends of sessions. No event holds a token, an identifier, a
 * name or an id, and values are few, but for {@link Means}, which PSC may invent.
 *
 * <p>Called on one thread, one event after the other. No login waits for it: 10,000 events wait at most, of more the
 * newest are dropped, which the log tells once. What it throws is logged once, by its class.
 */
public interface RelyingPartyListener {
    /** The outcome of what went well. */
    String DONE = "done";
    /** The outcome of what its caller gave up. */
    String CANCELLED = "cancelled";
    /** The outcome of what failed otherwise than by a problem: by the host's session store, for instance. */
    String FAILED = "failed";

    /**
     * A login begins.
     *
     * @param asked the means that the way in prescribes; empty in a browser
     */
    default void loginBegun(WayIn wayIn, Optional<Means> asked) {}

    /** A login ends. One in a browser that never comes back has no end: what was begun and never ended was given up. */
    default void loginEnded(LoginEnded login) {}

    /** A call to Pro Santé Connect, or to the authorization server of an API, has ended. */
    default void called(Call call) {}

    /** A call of a store outside of this process has ended. What the host itself asks of its store is not told. */
    default void storeCalled(StoreCall call) {}

    /** Something else than a login failed. */
    default void refused(Operation operation, Problem problem) {}

    /** A session ends here. One that ends by time is mostly forgotten by the store, and then not told. */
    default void sessionEnded(SessionEnd why) {}

    /**
     * How a login ended.
     *
     * @param means what the professional used; where there is no session, what they were asked to use
     * @param outcome {@link #DONE}, {@link #CANCELLED}, {@link #FAILED}, or the code of the problem, such as {@code PSC-002}
     * @param duration since it began, the time at the device or on the login page included; whole seconds in a browser
     */
    record LoginEnded(WayIn wayIn, Optional<Means> means, String outcome, Duration duration) {}

    /**
     * A call to an endpoint.
     *
     * @param outcome the HTTP status, such as {@code 200}; {@link #CANCELLED}; or the code of the problem where there
     *     was no response
     * @param duration real time, from its begin to the last byte of the response, without the time that it stood in
     *     line
     */
    record Call(Endpoint endpoint, String outcome, Duration duration) {}

    /** What is called. A minor version may add constants. */
    enum Endpoint {
        /** The discovery document of Pro Santé Connect. */
        DISCOVERY,
        /** Its key set. */
        KEYS,
        /** Its back-channel authentication endpoint. */
        BACKCHANNEL,
        /** Its token endpoint, for a code or a refresh token. */
        TOKEN,
        /** Its token endpoint, asked whether the professional has answered on the device: mostly with status 400, not yet. */
        POLL,
        /** Its UserInfo endpoint. */
        USERINFO,
        /** Its end-session endpoint. */
        END_SESSION,
        /** The token endpoint of an API's authorization server. */
        API_TOKEN,
        /** Its revocation endpoint. */
        API_REVOCATION
    }

    /**
     * A call of the session store or of the pending store.
     *
     * @param outcome {@link #DONE}, or the code of the problem, such as {@code PSC-049}
     * @param duration real time, with that of the encryption
     */
    record StoreCall(StoreOperation operation, String outcome, Duration duration) {}

    /** What is asked of a store. A minor version may add constants. */
    enum StoreOperation {
        /** Looks an entry up, counts entries, or asks for the time. */
        READ,
        /** Adds, changes or removes an entry, if it is as it was. */
        WRITE,
        /** Takes over what is due. */
        CLAIM
    }

    /** What failed. A minor version may add constants. */
    enum Operation {
        /** The return of a browser for which no login waits: {@link RelyingParty#completeBrowserLogin}. */
        BROWSER_RETURN,
        /** {@link RelyingParty#refresh}. */
        REFRESH,
        /** {@link RelyingParty#exchange} and {@link RelyingParty#exchangeAfterRefusal}. */
        API_TOKEN,
        /** {@link RelyingParty#signOut} and {@link RelyingParty#beginBrowserSignOut}. */
        SIGN_OUT,
        /** {@link RelyingParty#acceptLogoutToken}. */
        LOGOUT_TOKEN
    }

    /** Why a session ends. A minor version may add constants. */
    enum SessionEnd {
        /** The professional logged out. */
        SIGNED_OUT,
        /** The host forgot it: {@link RelyingParty#forget}. */
        FORGOTTEN,
        /** Pro Santé Connect has ended its session. */
        ENDED_AT_PSC,
        /** A refresh brought another person, or a level that is not accepted. */
        REFRESH_REFUSED,
        /** It was as old as a session may be. */
        EXPIRED,
        /** A node stopped while it refreshed the session. */
        INTERRUPTED
    }
}
