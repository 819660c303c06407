package io.github.pscsdk.proxytools.internal.conformity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The automatic checks, by {@link #id()}, which lists of obligations name and which never changes. */
public enum Check {
    CONFIGURATION_CERTIFICATE("configuration.certificate", Prerequisite.CONFIGURATION),
    CONFIGURATION_API_CLIENTS("configuration.api-clients", Prerequisite.CONFIGURATION),
    CONFIGURATION_HTTPS("configuration.https", Prerequisite.CONFIGURATION),
    CONFIGURATION_APPLICATIONS("configuration.applications", Prerequisite.CONFIGURATION),
    CONFIGURATION_TRACES("configuration.traces", Prerequisite.CONFIGURATION),
    CONFIGURATION_ADDRESSES("configuration.addresses", Prerequisite.CONFIGURATION),
    TRACES_EVENTS("traces.events", Prerequisite.TRACES),
    TRACES_SESSIONS("traces.sessions", Prerequisite.TRACES),
    TRACES_ONE_TO_ONE("traces.one-to-one", Prerequisite.TRACES),
    REDIRECT_ACR("redirect.acr", Prerequisite.PROXY),
    REDIRECT_STATE("redirect.state", Prerequisite.PROXY),
    REDIRECT_NONCE("redirect.nonce", Prerequisite.PROXY),
    REDIRECT_PKCE("redirect.pkce", Prerequisite.PROXY),
    REDIRECT_URI("redirect.uri", Prerequisite.PROXY),
    REDIRECT_ACCEPTED("redirect.accepted", Prerequisite.SIMULATOR),
    CALLBACK_STATE("callback.state", Prerequisite.PROXY),
    CALLBACK_NONCE("callback.nonce", Prerequisite.SIMULATOR),
    GATE_TOKEN("gate.token", Prerequisite.PROXY),
    TLS_VERSIONS("tls.versions", Prerequisite.PUBLIC_ADDRESS),
    BACKCHANNEL_ACR("backchannel.acr", Prerequisite.SIMULATOR),
    BACKCHANNEL_BINDING("backchannel.binding", Prerequisite.SIMULATOR),
    SESSION_EXPLICIT_END("session.explicit-end", Prerequisite.SIMULATOR),
    SESSION_AUTOMATIC_END("session.automatic-end", Prerequisite.SIMULATOR),
    SESSION_LIMITS("session.limits", Prerequisite.SIMULATOR),
    SESSION_TOKENS("session.tokens", Prerequisite.SIMULATOR),
    WORKSTATION_SECRET("workstation.secret", Prerequisite.WORKSTATION),
    WORKSTATION_ADDRESSES("workstation.addresses", Prerequisite.WORKSTATION),
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

    public enum Prerequisite {
        CONFIGURATION,
        TRACES,
        PROXY,
        /** The public address of the proxy, by https. */
        PUBLIC_ADDRESS,
        /** The control API of the simulator that the proxy talks to. */
        SIMULATOR,
        /** A simulator that answers by itself, and not a person on its pages. */
        AUTOMATIC_ANSWERS,
        /** A simulator, and a proxy at its time, whose clock can be moved. */
        MOVABLE_CLOCK,
        WORKSTATION,
        PLUGINS,
        /** A usable answer of the other end. */
        ANSWER
    }
}
