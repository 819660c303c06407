package io.github.pscsdk.httpclient.internal;

import java.io.IOException;
import java.util.List;

/** The proxy wants a login that it did not get. */
public final class ProxyLoginException extends IOException {
    /** The one scheme that is supported. */
    private static final String BASIC = "Basic";

    private static final long serialVersionUID = 1;

    private final String schemes;
    private final boolean isPossible;

    /** @param offered the schemes by which one may log in there */
    ProxyLoginException(List<String> offered) {
        super("the HTTP proxy wants a login");
        this.schemes = String.join(", ", offered);
        this.isPossible = isSupported(offered);
    }

    static boolean isSupported(List<String> schemes) {
        return schemes.stream().anyMatch(BASIC::equalsIgnoreCase);
    }

    /** Whether the proxy offers the scheme that is supported, so that name and password lack or are wrong. */
    public boolean isPossible() {
        return isPossible;
    }

    /** The schemes that it offers. */
    public String schemes() {
        return schemes;
    }
}
