package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Optional;

/** Reads the headers of signed texts, and keeps the last one: all tokens of one key have the same. Any thread. */
final class JwsHeaders {
    private volatile Optional<Known> last = Optional.empty();

    private record Known(String encoded, JWSHeader header) {}

    JWSHeader parse(String encoded) throws ParseException {
        var known = last;
        if (known.isPresent() && known.get().encoded().equals(encoded)) {
            return known.get().header();
        }
        var header = JWSHeader.parse(new Base64URL(encoded));
        last = Optional.of(new Known(encoded, header));
        return header;
    }
}
