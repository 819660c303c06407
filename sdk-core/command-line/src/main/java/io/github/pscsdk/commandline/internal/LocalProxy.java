package io.github.pscsdk.commandline.internal;

/** The proxy of {@code psc-lab simulate}, found by itself. The token is no secret: it listens on loopback only. */
public final class LocalProxy {
    /** Where {@code psc-lab simulate} has it unless told otherwise. */
    public static final String ADDRESS = "http://127.0.0.1:18083";
    /** The client id of the proxy, and so of the software behind it. */
    public static final String CLIENT = "psc-demo";
    /** Accepted by every proxy of this command, beside the one that is drawn at each start. */
    public static final String APPLICATION_TOKEN = "psc-login-at-the-simulator";

    private LocalProxy() {}
}
