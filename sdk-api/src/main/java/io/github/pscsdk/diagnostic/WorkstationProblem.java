package io.github.pscsdk.diagnostic;

/**
 * The problems between a workstation and the server half. A login, a call within a session and the health check tell it
 * alike. A minor version may add constants: keep a default branch.
 */
public enum WorkstationProblem implements Problem {
    /** The Java runtime lacks a module that the SDK needs; the fact {@code module} names it. */
    RUNTIME_MODULE_MISSING("WKS-001", Party.SOFTWARE_VENDOR),
    /** This version of Java accepts forged signatures. */
    JAVA_UNSAFE("WKS-002", Party.WORKSTATION),
    /** The clocks of the workstation and of the server half differ. */
    CLOCK_WRONG("WKS-003", Party.WORKSTATION),

    /** No address is found for the name of the server half. */
    NAME_NOT_RESOLVED("WKS-010", Party.WORKSTATION),
    /** Nothing listens at the address of the server half. */
    CONNECTION_REFUSED("WKS-011", Party.WORKSTATION),
    /** The network says that no way leads to the server half; usually a firewall forbids it. */
    NO_WAY_THROUGH("WKS-012", Party.WORKSTATION),
    /** No direct connection succeeds, and Java does not use the proxy that the system names. */
    PROXY_NOT_USED("WKS-013", Party.WORKSTATION),
    /** The proxy does not let the connection pass. */
    PROXY_REFUSES("WKS-014", Party.WORKSTATION),
    /** The proxy that Java is configured to use is not there. */
    PROXY_UNREACHABLE("WKS-015", Party.WORKSTATION),
    /** The proxy wants a name and a password, and has none or wrong ones. */
    PROXY_WANTS_LOGIN("WKS-017", Party.WORKSTATION),
    /** The proxy offers only ways to log in that are not supported; the fact {@code schemes} names them. */
    PROXY_LOGIN_NOT_SUPPORTED("WKS-018", Party.WORKSTATION),
    /**
     * A web page answers in place of the server half: as a rule one of the network, on which a person signs in first.
     */
    CAPTIVE_PAGE("WKS-019", Party.WORKSTATION),

    /** The certificate of the server half comes from an authority that Java does not trust. */
    CERTIFICATE_NOT_TRUSTED("WKS-020", Party.WORKSTATION),
    /** A product of the network or the workstation inspects the secure connection. */
    CONNECTION_INSPECTED("WKS-021", Party.WORKSTATION),
    /** The certificate of the server half has expired. */
    CERTIFICATE_EXPIRED("WKS-022", Party.SOFTWARE_VENDOR),
    /** The certificate is for another host. */
    CERTIFICATE_OF_ANOTHER_HOST("WKS-023", Party.SOFTWARE_VENDOR),
    /** The server half speaks only versions of TLS that are no longer safe. */
    TLS_TOO_OLD("WKS-024", Party.SOFTWARE_VENDOR),
    /** The connection ends before there is a whole answer. Facts: {@code at}, how far it came. */
    CONNECTION_CUT("WKS-025", Party.WORKSTATION),

    /** The address of the server half is Pro Santé Connect's own, to which a workstation never talks. */
    PSC_AS_SERVER_HALF("WKS-030", Party.SOFTWARE_VENDOR),
    /** The address of the server half is a name that the sandbox had until 2022. */
    OLD_SANDBOX_HOST("WKS-031", Party.SOFTWARE_VENDOR),

    /** The address of the server half answers, but not as a server half: a web page, a redirection, a 404. */
    NOT_A_SERVER_HALF("WKS-040", Party.WORKSTATION),
    /** The server half reported a code that this version does not know; the fact {@code code} names it. */
    SERVER_FINDING_UNKNOWN("WKS-041", Party.SOFTWARE_VENDOR),
    /** The server half did not give its own findings. */
    NO_SERVER_DIAGNOSIS("WKS-042", Party.SOFTWARE_VENDOR),
    /**
     * Nothing came within the limit of a call: no refusal, no end of the connection. Facts: {@code waited}, how long;
     * {@code at}, whether for the name, the connection, TLS or the answer.
     */
    SERVER_HALF_SLOW("WKS-043", Party.SOFTWARE_VENDOR);

    private final String code;
    private final Party party;

    WorkstationProblem(String code, Party party) {
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

    /** The next way would need the same network just as much. */
    @Override
    public boolean allowsNextWay() {
        return false;
    }
}
