package io.github.pscsdk.proxytools.internal.conformity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The automatic checks. Lists of obligations name checks by {@link #id()}, which therefore never changes. */
public enum Check {
    /** Every client id authenticates with a certificate. */
    CONFIGURATION_CERTIFICATE("configuration.certificate", Prerequisite.CONFIGURATION),
    /** The secrets of Pro Santé Connect go to no authorization server of a backend. */
    CONFIGURATION_API_CLIENTS("configuration.api-clients", Prerequisite.CONFIGURATION),
    /** Browsers reach the proxy by https. */
    CONFIGURATION_HTTPS("configuration.https", Prerequisite.CONFIGURATION),
    /** Application tokens are asked for: the conformity mode is off. */
    CONFIGURATION_APPLICATIONS("configuration.applications", Prerequisite.CONFIGURATION),
    /** Traces outlive a restart. */
    CONFIGURATION_TRACES("configuration.traces", Prerequisite.CONFIGURATION),
    /** Where a reverse proxy is in front, it is named, so that traces bear the caller's address. */
    CONFIGURATION_ADDRESSES("configuration.addresses", Prerequisite.CONFIGURATION),
    /** Logins, logouts and calls are there. */
    TRACES_EVENTS("traces.events", Prerequisite.TRACES),
    /** All but failures bear the proxy session and the session at Pro Santé Connect. */
    TRACES_SESSIONS("traces.sessions", Prerequisite.TRACES),
    /** One session of the proxy is one session at Pro Santé Connect, and the other way round. */
    TRACES_ONE_TO_ONE("traces.one-to-one", Prerequisite.TRACES),
    /** The browser is sent with {@code acr_values=eidas1}. */
    REDIRECT_ACR("redirect.acr", Prerequisite.PROXY),
    /** The browser is sent with a state of its own for each login. */
    REDIRECT_STATE("redirect.state", Prerequisite.PROXY),
    /** The browser is sent with a nonce of its own for each login. */
    REDIRECT_NONCE("redirect.nonce", Prerequisite.PROXY),
    /** The browser is sent with a PKCE challenge, method S256. */
    REDIRECT_PKCE("redirect.pkce", Prerequisite.PROXY),
    /** The redirect URI is the configured one, character by character. */
    REDIRECT_URI("redirect.uri", Prerequisite.PROXY),
    /** The login page of the simulator takes the address that the browser is sent to. */
    REDIRECT_ACCEPTED("redirect.accepted", Prerequisite.SIMULATOR),
    /** A return with a state that nobody was given is refused. */
    CALLBACK_STATE("callback.state", Prerequisite.PROXY),
    /** An ID token with another nonce than the one sent is refused. */
    CALLBACK_NONCE("callback.nonce", Prerequisite.SIMULATOR),
    /** Calls without an application token are refused. */
    GATE_TOKEN("gate.token", Prerequisite.PROXY),
    /** TLS 1.2 or 1.3 is spoken, 1.0 and 1.1 are refused. */
    TLS_VERSIONS("tls.versions", Prerequisite.PUBLIC_ADDRESS),
    /** Device logins are asked with {@code acr_values=eidas1}. */
    BACKCHANNEL_ACR("backchannel.acr", Prerequisite.SIMULATOR),
    /** Two digits are taken for a binding message, anything else is refused. */
    BACKCHANNEL_BINDING("backchannel.binding", Prerequisite.SIMULATOR),
    /** A logout ends the session at Pro Santé Connect. */
    SESSION_EXPLICIT_END("session.explicit-end", Prerequisite.SIMULATOR),
    /** An automatic end leaves the session at Pro Santé Connect alone. */
    SESSION_AUTOMATIC_END("session.automatic-end", Prerequisite.SIMULATOR),
    /** A session lasts four hours at most, and half an hour without activity. */
    SESSION_LIMITS("session.limits", Prerequisite.SIMULATOR),
    /** What the proxy answers to a login holds no token of Pro Santé Connect. */
    SESSION_TOKENS("session.tokens", Prerequisite.SIMULATOR),
    /** What is installed on workstations has no class that could hold a secret or a token of the service. */
    WORKSTATION_SECRET("workstation.secret", Prerequisite.WORKSTATION),
    /** What is installed on workstations names no address of Pro Santé Connect. */
    WORKSTATION_ADDRESSES("workstation.addresses", Prerequisite.WORKSTATION),
    /** The stub is not among the plug-ins. */
    PLUGINS_STUB("plugins.stub", Prerequisite.PLUGINS);

    private final String id;
    private final Prerequisite need;

    Check(String id, Prerequisite need) {
        this.id = id;
        this.need = need;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** What the check needs. */
    public Prerequisite need() {
        return need;
    }

    /** @throws IllegalArgumentException if there is none of that id */
    @JsonCreator
    static Check of(String id) {
        return Arrays.stream(values())
                .filter(check -> check.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no check " + id));
    }

    /** What a check needs before it can come to a result. */
    public enum Prerequisite {
        /** The proxy's configuration file. */
        CONFIGURATION,
        /** Traces, as a file or as the proxy's folder. */
        TRACES,
        /** A running proxy and an application token. */
        PROXY,
        /** The public address of the proxy, by https. */
        PUBLIC_ADDRESS,
        /** The control API of the simulator that the proxy talks to. */
        SIMULATOR,
        /** A simulator that answers by itself, and not a person on its pages. */
        AUTOMATIC_ANSWERS,
        /** A simulator, and a proxy at its time, whose clock can be moved. */
        MOVABLE_CLOCK,
        /** The jar that is installed on workstations. */
        WORKSTATION,
        /** The folder of plug-in archives that is installed on workstations. */
        PLUGINS,
        /** A usable answer of the other end. */
        ANSWER
    }
}
