package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Identifies the caller by the bearer token in the {@code Authorization} header (RFC 6750 §2.1). */
final class Bearer {
    private static final Logger LOG = LoggerFactory.getLogger(Bearer.class);
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,16000}=*)");

    private final CallerIdentification callers;

    Bearer(CallerIdentification callers) {
        this.callers = callers;
    }

    /** The caller; a header that is missing or malformed is a token that nobody knows. */
    Caller identify(String header) {
        var token = HEADER.matcher(header == null ? "" : header);
        if (!token.matches()) {
            throw new RefusedException(Failure.NOT_SIGNED_IN);
        }
        try {
            return callers.identify(token.group(1)).orElseThrow(() -> new RefusedException(Failure.NOT_SIGNED_IN));
        } catch (IOException e) {
            LOG.warn("callers cannot be identified: {}", e.toString());
            throw new RefusedException(Failure.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Failure.UNAVAILABLE);
        }
    }
}
