package io.github.pscsdk.example.santefr.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NewHandOver;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The declarations of one request, each answered as it would be alone: with its status and the members of that
 * response, on a line of its own. A fault in one takes nothing from the others; all that are taken are kept in
 * one transaction.
 */
final class DeclarationBatch {
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST_LINES = 1_000;

    private final Dossiers dossiers;
    private final Caller caller;
    // Both by the number of the line.
    private final TreeMap<Integer, NewHandOver> prepared = new TreeMap<>();
    private final TreeMap<Integer, byte[]> answers = new TreeMap<>();

    DeclarationBatch(Dossiers dossiers, Caller caller) {
        this.dossiers = dossiers;
        this.caller = caller;
    }

    /** Takes all, and writes the lines of the response. */
    byte[] take(byte[] batch) {
        // As Latin-1 reads their bytes, and one more than are taken at most.
        var lines = new String(batch, StandardCharsets.ISO_8859_1)
                .lines()
                .limit(MOST_LINES + 1)
                .toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new RefusedException(lines.isEmpty() ? Failure.MALFORMED : Failure.TOO_LARGE);
        }
        for (var i = 0; i < lines.size(); i++) {
            try {
                prepare(i, lines.get(i).getBytes(StandardCharsets.ISO_8859_1));
            } catch (MalformedJsonException e) {
                answer(i, new RefusedException(Failure.MALFORMED, e.getMessage()));
            } catch (RefusedException e) {
                answer(i, e);
            }
        }
        var results = dossiers.take(List.copyOf(prepared.values())).iterator();
        prepared.keySet().forEach(at -> answer(at, results.next()));
        var response = new ByteArrayOutputStream();
        answers.values().forEach(response::writeBytes);
        return response.toByteArray();
    }

    private record Line(
            Optional<String> key,
            @JsonProperty(required = true) Declaration declaration) {}

    private void prepare(int at, byte[] line) throws MalformedJsonException {
        if (line.length > DeclarationApi.LARGEST_BODY) {
            throw new RefusedException(Failure.TOO_LARGE);
        }
        var entry = DeclarationJson.read(line, Line.class);
        var key = DeclarationApi.idempotencyKey(entry.key().orElse(""));
        try {
            prepared.put(at, dossiers.prepare(entry.declaration(), caller, key));
        } catch (EventRefusedException e) {
            var findings = dossiers.rules().check(entry.declaration(), caller).findings();
            answer(at, 422, DeclarationApi.rejected(findings));
        }
    }

    private void answer(int at, IdempotentResult result) {
        try {
            answer(at, DeclarationApi.status(result), ApiAnswer.receipt(result.stored()));
        } catch (RefusedException e) {
            answer(at, e);
        }
    }

    private void answer(int at, RefusedException refused) {
        answer(at, refused.status(), refused.json());
    }

    /** The members of an object behind its status. */
    private void answer(int at, int status, byte[] object) {
        var line = new ByteArrayOutputStream();
        line.writeBytes(("{\"status\":" + status + ",").getBytes(StandardCharsets.US_ASCII));
        line.write(object, 1, object.length - 1);
        line.write('\n');
        answers.put(at, line.toByteArray());
    }
}
