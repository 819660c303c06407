package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.json.ResponseReader;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.OutboxItem;
import io.github.pscsdk.outbox.Receiver;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands declarations over to the form in batches, in the name of whoever is logged in. The part of an answer that is
 * kept is its line.
 */
record FormReceiver(AuthenticationSession session) implements Receiver {
    /** That many answers with all their findings stay below what the proxy lets through, 8 MiB. */
    static final int MOST = 200;

    private static final int MOST_BYTES = 4 << 20;

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public List<OutboxItem> send(List<HandOver> items) throws PscException, InterruptedException {
        var results = new ArrayList<OutboxItem>();
        var batch = new ByteArrayOutputStream();
        var inBatch = new ArrayList<HandOver>();
        for (var item : items) {
            var line = ("{\"key\":\"" + item.id() + "\",\"declaration\":" + item.body() + "}\n")
                    .getBytes(StandardCharsets.UTF_8);
            if (!inBatch.isEmpty() && batch.size() + line.length > MOST_BYTES) {
                results.addAll(send(batch.toByteArray(), inBatch));
                batch.reset();
                inBatch.clear();
            }
            batch.writeBytes(line);
            inBatch.add(item);
        }
        results.addAll(send(batch.toByteArray(), inBatch));
        return results;
    }

    private List<OutboxItem> send(byte[] batch, List<HandOver> items) throws PscException, InterruptedException {
        var answer = session.send(
                ApiRequest.of("POST", DemoServers.FORM, "declarations/batch").withBody("application/x-ndjson", batch));
        if (answer.status() != 200) {
            throw new PscException(LabProblem.ANSWER_UNUSABLE, "status " + answer.status());
        }
        var lines = answer.text().lines().toList();
        if (lines.size() != items.size()) {
            throw new PscException(LabProblem.ANSWER_UNUSABLE, "not an answer for each declaration");
        }
        var results = new ArrayList<OutboxItem>();
        for (var item : items) {
            results.add(result(item, lines.get(results.size())));
        }
        return results;
    }

    private static OutboxItem result(HandOver item, String line) {
        try {
            return ResponseReader.outcome(0, line).result() == Outcome.Result.ACCEPTED
                    ? item.received(line)
                    : item.rejected(LabProblem.ROW_REJECTED, line);
        } catch (PscException e) {
            return item.failed(e.problem());
        }
    }
}
