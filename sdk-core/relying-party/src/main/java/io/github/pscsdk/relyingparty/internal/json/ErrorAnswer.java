package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The error code of an answer: RFC 6749, section 5.2. The description is left unread, since it may quote the request.
 */
public final class ErrorAnswer {
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    private ErrorAnswer() {}

    /** The code, where the answer is JSON and has one that looks like a code and can be logged. */
    public static Optional<String> codeIn(byte[] json) {
        try {
            var error = RelyingPartyJson.readObject(json, ErrorAnswer.class).path("error");
            return Optional.ofNullable(error.textValue())
                    .filter(code -> CODE.matcher(code).matches());
        } catch (UnreadableJsonException e) {
            // An error page of a proxy or a load balancer: there is no code, and that is an answer, too.
            return Optional.empty();
        }
    }
}
