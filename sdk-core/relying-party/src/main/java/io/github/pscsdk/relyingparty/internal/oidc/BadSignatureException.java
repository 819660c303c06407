package io.github.pscsdk.relyingparty.internal.oidc;

/** A token that nobody can have signed for us. The message names the rule, never the value. */
final class BadSignatureException extends Exception {
    private static final long serialVersionUID = 1;

    BadSignatureException(String why) {
        super(why);
    }
}
