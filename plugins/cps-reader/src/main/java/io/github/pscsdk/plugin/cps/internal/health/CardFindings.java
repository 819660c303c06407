package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate;
import io.github.pscsdk.plugin.cps.internal.card.CpsCard;
import io.github.pscsdk.plugin.cps.internal.scan.CardCondition;
import io.github.pscsdk.plugin.cps.internal.scan.ScanResult;
import io.github.pscsdk.plugin.cps.internal.scan.ScanResult.SeenCard;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings on what was in the readers. Their facts name readers, kinds and numbers; no serial number and no person. */
final class CardFindings {
    private CardFindings() {}

    static List<Diagnostic> of(ScanResult scan, UsbReaders usb, Instant now) {
        if (scan.readers() == 0) {
            return List.of(noReader(usb.models()));
        }
        if (scan.cards().isEmpty()) {
            // Nothing is wrong: a login waits for the card.
            var readers = Map.of("readers", String.valueOf(scan.readers()));
            return List.of(Diagnostic.of(CardProblem.NO_CARD, Severity.INFO).with(readers));
        }
        var findings = new ArrayList<Diagnostic>();
        scan.obstacles()
                .forEach((reader, problem) ->
                        findings.add(Diagnostic.of(problem, Severity.WARNING).with(ScanResult.facts(reader, problem))));
        scan.cpsCards().forEach(card -> findings.addAll(card(card, now)));
        return findings;
    }

    private static Diagnostic noReader(List<String> models) {
        return models.isEmpty()
                ? Diagnostic.of(CardProblem.NO_READER, Severity.BLOCKING)
                : Diagnostic.of(CardProblem.READER_WITHOUT_DRIVER, Severity.BLOCKING)
                        .with("usb", String.join(", ", models));
    }

    private static List<Diagnostic> card(SeenCard.Cps seen, Instant now) {
        var facts = facts(seen, now);
        var findings = new ArrayList<Diagnostic>();
        for (var condition : CardCondition.of(seen.card(), now)) {
            findings.add(
                    Diagnostic.of(condition.problem(), condition.severity()).with(facts));
        }
        if (seen.card().nationalId().isEmpty()) {
            findings.add(Diagnostic.of(CardProblem.IDENTITY_NOT_READABLE, Severity.INFO)
                    .with(facts));
        }
        if (findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING)) {
            findings.add(Diagnostic.of(CardProblem.CARD_READY, Severity.INFO).with(facts));
        }
        return findings;
    }

    private static Map<String, String> facts(SeenCard.Cps seen, Instant now) {
        CpsCard card = seen.card();
        var facts = new TreeMap<String, String>();
        facts.put("reader", seen.reader());
        facts.put("card", card.kind().name());
        facts.put("nature", card.nature().name());
        card.code().triesLeft().ifPresent(left -> facts.put("triesLeft", String.valueOf(left)));
        card.certificate()
                .map(AuthenticationCertificate::notAfter)
                .ifPresent(end -> facts.put(
                        "certificateDays",
                        String.valueOf(Duration.between(now, end).toDays())));
        return facts;
    }
}
