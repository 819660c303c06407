package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the host says once it has seen the certificate.
 *
 * @param status of HTTP
 */
record HostVerdict(int status) {
    private static final int LONGEST_START = 15;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");

    /** Bad request and its kin are how common web servers refuse a certificate after an accepted handshake. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 495, 496);

    static HostVerdict read(InputStream answer) throws IOException {
        var start = new String(answer.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
        if (start.isEmpty()) {
            throw new EOFException("the host closed the connection without an answer");
        }
        var status = STATUS.matcher(start.lines().findFirst().orElse(""));
        if (!status.matches()) {
            throw new IOException("the host does not speak HTTP");
        }
        return new HostVerdict(Integer.parseInt(status.group(1)));
    }

    void requireAcceptance() throws PscException {
        if (REFUSALS.contains(status)) {
            throw new PscException(CardProblem.PROOF_REFUSED, "the host answers " + status);
        }
    }
}
