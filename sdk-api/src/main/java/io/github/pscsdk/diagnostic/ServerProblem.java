package io.github.pscsdk.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * The problems that a server half can find about itself before anybody logs in. A problem that also ends a login is in
 * {@link LoginProblem}, such as {@code CLIENT_REJECTED}, {@code BACKCHANNEL_NOT_ENABLED} or {@code PSC_UNAVAILABLE}.
 */
public enum ServerProblem implements Problem {
    /** The client certificate has expired. Fact {@code days}: for how many days. */
    CLIENT_CERTIFICATE_EXPIRED("SRV-001", Party.SOFTWARE_VENDOR),
    /** The client certificate expires within 60 days. Fact {@code days}: how many are left. */
    CLIENT_CERTIFICATE_EXPIRING("SRV-002", Party.SOFTWARE_VENDOR),
    /** The client certificate expires within 14 days. Fact {@code days}: how many are left. */
    CLIENT_CERTIFICATE_EXPIRES_SOON("SRV-003", Party.SOFTWARE_VENDOR),
    /** Pro Santé Connect refuses the client certificate while the connection is made. */
    CLIENT_CERTIFICATE_REFUSED("SRV-004", Party.SOFTWARE_VENDOR),
    /** Pro Santé Connect demands a client certificate, and this client has only a secret. */
    CLIENT_CERTIFICATE_DEMANDED("SRV-005", Party.SOFTWARE_VENDOR),
    /** Pro Santé Connect answers late, or not within the time of the health check. Fact {@code answered}. */
    PSC_SLOW("SRV-006", Party.SERVICE),
    /** The server does not trust the certificate of Pro Santé Connect, or the certificate is for another host. */
    PSC_NOT_TRUSTED("SRV-007", Party.SOFTWARE_VENDOR),
    /**
     * There is no secure connection, for another reason than a certificate: the TLS version, or something between
     * server and Pro Santé Connect.
     */
    TLS_NOT_AGREED("SRV-008", Party.SOFTWARE_VENDOR),
    /** The server cannot resolve the host name of Pro Santé Connect. */
    HOST_NOT_RESOLVED("SRV-009", Party.SOFTWARE_VENDOR),
    /** The discovery document lacks an endpoint. Fact {@code member}. */
    ENDPOINT_MISSING("SRV-010", Party.SERVICE),
    /** The discovery document no longer offers what this SDK uses. Fact {@code member}. */
    DISCOVERY_CHANGED("SRV-011", Party.SOFTWARE_VENDOR),
    /**
     * No published key fits the signature of ID tokens, or some keys cannot be used. Facts {@code member}; and of keys
     * that are skipped {@code count} and {@code reason}.
     */
    KEYS_UNUSABLE("SRV-012", Party.SERVICE),
    /**
     * The clocks of the server and of Pro Santé Connect differ. Fact {@code seconds}: positive if the server's is
     * ahead.
     */
    CLOCK_SKEWED("SRV-013", Party.SOFTWARE_VENDOR),
    /**
     * The redirect or post-logout URI looks wrong: a loopback address, a numeric or local host, or a query. Facts
     * {@code member}, {@code reason}.
     */
    RETURN_ADDRESS_SUSPICIOUS("SRV-014", Party.SOFTWARE_VENDOR),
    /** The server takes a professional's data without a national identifier: a setting for conformance suites. */
    PLAIN_USERINFO_ACCEPTED("SRV-015", Party.SOFTWARE_VENDOR),
    /**
     * The client secret of Pro Santé Connect is sent to the authorization server of an API. Fact {@code member}: the
     * API's name.
     */
    CLIENT_SECRET_SHARED("SRV-016", Party.SOFTWARE_VENDOR),
    /** A certification authority that the configuration names expires within 30 days, or has expired. */
    TRUSTED_CERTIFICATE_EXPIRING("SRV-017", Party.SOFTWARE_VENDOR),
    /** Traces are to be kept in a store that has no place for them, as Redis has none: the server does not start. */
    STORE_WITHOUT_TRACES("SRV-018", Party.SOFTWARE_VENDOR),
    /** The configuration cannot be used: the server does not start. */
    CONFIGURATION_UNUSABLE("SRV-019", Party.SOFTWARE_VENDOR),
    /** The server cannot listen on its address: the port is taken, or the address is not of this machine. */
    ADDRESS_UNUSABLE("SRV-020", Party.SOFTWARE_VENDOR),
    /** The folder of the traces cannot be made or written: the server does not start. */
    TRACE_FOLDER_UNUSABLE("SRV-021", Party.SOFTWARE_VENDOR),
    /**
     * A caller of {@code /connect} was cut off after 60 seconds, the usual limit of a reverse proxy; a professional has
     * two minutes to answer.
     */
    CONNECT_CUT("SRV-022", Party.SOFTWARE_VENDOR);

    private final String code;
    private final Party party;

    ServerProblem(String code, Party party) {
        this.code = code;
        this.party = party;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return party;
    }

    /** The constant with that code; empty if this version does not know it. */
    public static Optional<ServerProblem> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
