package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import java.util.Set;

/** Reads why a declaration is withdrawn. */
public final class WithdrawalReader {
    private static final Set<String> DOCUMENT = Set.of("reason");

    private WithdrawalReader() {}

    /** Reads the one member {@code reason}. */
    public static WithdrawalReason read(byte[] body) throws MalformedJsonException {
        var code = JsonObject.read(body, DOCUMENT).needed("reason");
        return DossierWriter.reason(code).orElseThrow(() -> new MalformedJsonException("reason is none of the known"));
    }
}
