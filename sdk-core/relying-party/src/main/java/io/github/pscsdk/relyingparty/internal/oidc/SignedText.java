package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;

/** A JWS in compact form (RFC 7515, section 7.1), taken apart; the header alone has been read. */
record SignedText(JWSHeader header, byte[] payload, byte[] signed, Base64URL signature) {

    static SignedText parse(String compact, JwsHeaders headers) throws BadSignatureException {
        var first = compact.indexOf('.');
        var second = compact.indexOf('.', first + 1);
        if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            throw new BadSignatureException("it is not a signed token");
        }
        var text = compact.getBytes(StandardCharsets.US_ASCII);
        try {
            return new SignedText(
                    headers.parse(compact.substring(0, first)),
                    decoded(text, first + 1, second),
                    Arrays.copyOf(text, second),
                    new DecodedSignature(compact.substring(second + 1), decoded(text, second + 1, text.length)));
        } catch (ParseException | IllegalArgumentException e) {
            // Without the cause: parsers quote what they could not read.
            throw new BadSignatureException("it cannot be read");
        }
    }

    // Nimbus would do it at several times the cost.
    private static byte[] decoded(byte[] text, int from, int to) {
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(text, from, to));
    }

    /** Nothing: it is a token. */
    @Override
    public String toString() {
        return "SignedText[]";
    }
}
