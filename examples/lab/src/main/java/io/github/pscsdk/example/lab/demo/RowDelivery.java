package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.imports.csv.Row;
import io.github.pscsdk.example.lab.declaration.RowTranslation;
import io.github.pscsdk.example.lab.json.ResponseReader;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.ProfessionalOutbox;
import io.github.pscsdk.outbox.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands rows over, each as a declaration of the professional who is logged in, and reads the answers.
 *
 * @param journal by which rows are sent exactly once, however often the run is begun again
 */
record RowDelivery(Receiver receiver, Optional<ProfessionalOutbox> journal) {
    /**
     * Settles some rows.
     *
     * @return one outcome for each row, in the same order; none for a row that waits in the journal, since its answer
     *     says nothing
     * @throws PscException if one could not be settled: no connection, no session; without a journal, an answer that
     *     says nothing
     */
    List<Outcome> deliver(List<Row> rows) throws PscException, InterruptedException {
        var handOvers = new LinkedHashMap<Integer, HandOver>();
        RowTranslation translation = null;
        for (var row : rows) {
            if (row instanceof Row.Readable readable) {
                translation = translation == null ? RowTranslation.of(readable) : translation;
                handOvers.put(row.line(), handOver(translation.declaration(readable)));
            }
        }
        var answers = answers(List.copyOf(handOvers.values()));
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            if (row instanceof Row.Unreadable unreadable) {
                outcomes.add(Outcome.refused(row.line(), List.of(unreadable.finding())));
                continue;
            }
            var answer = answers.get(handOvers.get(row.line()).id());
            if (journal.isEmpty() || !answer.isEmpty()) {
                outcomes.add(ResponseReader.outcome(row.line(), answer));
            }
        }
        return outcomes;
    }

    private Map<UUID, String> answers(List<HandOver> handOvers) throws PscException, InterruptedException {
        var answers = new HashMap<UUID, String>();
        if (journal.isPresent()) {
            journal.get().handOver(handOvers);
            var away = journal.get().deliverAll(receiver);
            if (away.isPresent()) {
                throw new PscException(away.get(), "the rest waits in the journal");
            }
            for (var handOver : handOvers) {
                answers.put(
                        handOver.id(),
                        journal.get().find(handOver.id()).orElseThrow().answer());
            }
        } else if (!handOvers.isEmpty()) {
            var results = receiver.send(handOvers);
            for (var i = 0; i < results.size(); i++) {
                answers.put(handOvers.get(i).id(), results.get(i).answer());
            }
        }
        return answers;
    }

    /** The same row with the same content has the same identifier, so that sending it twice stores it once. */
    private static HandOver handOver(Declaration declaration) {
        var content = DeclarationDocument.canonical(declaration);
        var sourceId = declaration.source().flatMap(Source::id).orElse("");
        var id = UUID.nameUUIDFromBytes((sourceId + '\n' + content).getBytes(StandardCharsets.UTF_8));
        return new HandOver(id, "", "", content);
    }
}
