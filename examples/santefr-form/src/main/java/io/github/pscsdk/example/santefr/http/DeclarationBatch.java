package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.json.BatchReader;
import io.github.pscsdk.example.santefr.json.ResponseWriter;
import io.github.pscsdk.example.santefr.store.NewHandOver;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The declarations of one request, each answered as it would be alone: with its status and the members of that response, on a line of its own. What is wrong
 * with one takes nothing from the others; all that are taken are kept in one transaction.
 */
final class DeclarationBatch {
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST_LINES = 1_000;

    private final Dossiers dossiers;
    private final HandOvers handOvers;
    private final Caller caller;
    private final List<NewHandOver> prepared = new ArrayList<>();
    private final List<Integer> preparedAt = new ArrayList<>();
    private final TreeMap<Integer, byte[]> answers = new TreeMap<>();

    DeclarationBatch(Dossiers dossiers, Caller caller) {
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
        this.caller = caller;
    }

    /** Takes all, and writes the lines of the response. */
    byte[] take(byte[] batch) {
        var lines = BatchReader.lines(batch);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new RefusedException(lines.isEmpty() ? Failure.MALFORMED : Failure.TOO_LARGE);
        }
        for (var i = 0; i < lines.size(); i++) {
            try {
                prepare(i, lines.get(i));
            } catch (RefusedException e) {
                refuse(i, e);
            }
        }
        var results = handOvers.take(prepared);
        for (var i = 0; i < results.size(); i++) {
            answer(preparedAt.get(i), results.get(i));
        }
        var response = new ByteArrayOutputStream();
        answers.values().forEach(response::writeBytes);
        return response.toByteArray();
    }

    private void prepare(int at, byte[] line) {
        if (line.length > ApiRoutes.LARGEST_BODY) {
            throw new RefusedException(Failure.TOO_LARGE);
        }
        try {
            var entry = BatchReader.read(line);
            prepare(at, entry.declaration(), ApiRequest.idempotencyKey(entry.key()));
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }

    private void prepare(int at, Declaration declaration, String key) {
        try {
            prepared.add(handOvers.prepare(declaration, caller, key));
            preparedAt.add(at);
        } catch (EventRefusedException e) {
            var findings = e.refusal() == Refusal.HAS_ERRORS ? e.findings() : dossiers.findings(declaration, caller);
            answer(at, 422, DeclarationHandlers.rejected(findings));
        }
    }

    private void answer(int at, HandOvers.Result result) {
        DeclarationHandlers.log(result);
        switch (result.how()) {
            case NEW -> answer(at, 201, ResponseWriter.receipt(result.stored()));
            case REPEATED -> answer(at, 200, ResponseWriter.receipt(result.stored()));
            case CONFLICT -> refuse(at, new RefusedException(Failure.CONFLICT));
        }
    }

    private void refuse(int at, RefusedException refused) {
        var failure = refused.failure();
        answer(
                at,
                failure.status(),
                ResponseWriter.error(failure.code(), failure.french(), failure.english(), refused.detail()));
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
