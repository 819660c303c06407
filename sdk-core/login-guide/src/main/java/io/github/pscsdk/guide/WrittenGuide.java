package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.GuideChoice;
import io.github.pscsdk.diagnostic.GuideStep;
import io.github.pscsdk.diagnostic.GuideWalk;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.guide.internal.json.GuideDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The guide as its document has it, in one language. */
final class WrittenGuide implements LoginGuide {
    private final Locale language;
    private final Map<String, GuideStep> steps = new LinkedHashMap<>();
    private final Map<Party, String> parties;
    private final SettledQuestions questions;

    WrittenGuide(GuideDocument document, Locale language, GuideAddresses addresses) {
        this.language = language;
        var translation = new Translation(document, language, addresses);
        document.nodes().forEach(node -> steps.put(node.id(), translation.step(node)));
        parties = document.parties();
        questions = new SettledQuestions(document.nodes());
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public GuideStep start() {
        return steps.values().iterator().next();
    }

    @Override
    public List<GuideStep> steps() {
        return List.copyOf(steps.values());
    }

    @Override
    public Optional<GuideStep> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    @Override
    public GuideStep answer(GuideChoice choice) {
        return step(choice.next())
                .orElseThrow(() -> new IllegalArgumentException("this guide has no step " + choice.next()));
    }

    @Override
    public GuideStep after(Problem problem) {
        return problem.guideNode().flatMap(this::step).orElseGet(() -> steps.get(parties.get(problem.party())));
    }

    @Override
    public GuideWalk follow(GuideStep from, List<Diagnostic> findings) {
        var settled = new ArrayList<GuideWalk.Settled>();
        var passed = new HashSet<String>();
        var step = from;
        while (passed.add(step.id())) {
            var answer = questions.settle(step, findings);
            if (answer.isEmpty()) {
                break;
            }
            settled.add(answer.get());
            step = answer(answer.get().choice());
        }
        return new GuideWalk(settled, step);
    }
}
