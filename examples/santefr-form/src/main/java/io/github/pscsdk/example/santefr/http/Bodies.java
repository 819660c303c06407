package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.json.WithdrawalReader;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads request bodies up to a limit. */
final class Bodies {
    private static final int LARGEST_BODY = 128 * 1024;

    private Bodies() {}

    /** Javalin's own limit trusts the length that the caller tells, so it lets a chunked body through. */
    static byte[] bytes(Context context) {
        try {
            var body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new RefusedException(Failure.TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new RefusedException(Failure.MALFORMED, "the body ended early");
        }
    }

    static Declaration declaration(Context context) {
        try {
            return DeclarationDocument.read(bytes(context));
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }

    static WithdrawalReason withdrawal(Context context) {
        try {
            return WithdrawalReader.read(bytes(context));
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }
}
