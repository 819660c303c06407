package io.github.pscsdk.relyingparty.internal.session;

/**
 * What must be remembered while the professional is on the login page.
 *
 * @param nonce must come back in the ID token
 * @param verifier of RFC 7636; proves that the code comes back to who asked for it
 */
public record PendingBrowserLogin(String nonce, String verifier) {
    @Override
    public String toString() {
        return "PendingBrowserLogin[]";
    }
}
