package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The guide as its document has it, in one language. */
final class LocalizedGuide implements LoginGuide {
    private final Locale language;
    private final Map<String, LoginGuide.Step> steps = new LinkedHashMap<>();
    private final Map<Party, String> parties;
    private final SettledQuestions questions;

    LocalizedGuide(GuideDocument document, Locale language, GuideAddresses addresses) {
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
    public LoginGuide.Step start() {
        return steps.values().iterator().next();
    }

    @Override
    public List<LoginGuide.Step> steps() {
        return List.copyOf(steps.values());
    }

    @Override
    public Optional<LoginGuide.Step> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    @Override
    public LoginGuide.Step answer(LoginGuide.Choice choice) {
        return step(choice.next())
                .orElseThrow(() -> new IllegalArgumentException("this guide has no step " + choice.next()));
    }

    @Override
    public LoginGuide.Step after(Problem problem) {
        return problem.guideNode().flatMap(this::step).orElseGet(() -> steps.get(parties.get(problem.party())));
    }

    @Override
    public List<LoginGuide.Settled> follow(LoginGuide.Step from, List<Diagnostic> findings) {
        var settled = new ArrayList<LoginGuide.Settled>();
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
        return settled;
    }
}
