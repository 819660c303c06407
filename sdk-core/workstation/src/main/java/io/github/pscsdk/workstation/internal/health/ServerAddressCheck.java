package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.OLD_SANDBOX_HOST;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PSC_AS_SERVER_HALF;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether the server half's address is one of Pro Santé Connect's own: a workstation must never talk to it, so such a host is not contacted. */
final class ServerAddressCheck {
    // Production and sandbox. The old names of the sandbox were in use until mid-2022 and live on in blogs and in other
    // people's code.
    private static final Pattern PSC = Pattern.compile("(auth|wallet)\\.(esw|bas\\.psc)\\.esante\\.gouv\\.fr");
    private static final Pattern OLD_SANDBOX = Pattern.compile("(.+\\.)?bas\\.esw\\.esante\\.gouv\\.fr");

    private ServerAddressCheck() {}

    static List<Diagnostic> findings(URI serverHalf) {
        var host = serverHalf.getHost().toLowerCase(Locale.ROOT);
        var facts = Map.of("host", SafeText.text(host));
        if (OLD_SANDBOX.matcher(host).matches()) {
            return List.of(Diagnostic.of(OLD_SANDBOX_HOST, Severity.BLOCKING).with(facts));
        }
        if (PSC.matcher(host).matches()) {
            return List.of(Diagnostic.of(PSC_AS_SERVER_HALF, Severity.BLOCKING).with(facts));
        }
        return List.of();
    }
}
