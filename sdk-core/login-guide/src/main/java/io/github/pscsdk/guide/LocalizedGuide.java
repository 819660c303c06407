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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guide as its document has it, in one language. */
final class LocalizedGuide implements LoginGuide {
    private final Locale language;
    private final Map<String, LoginGuide.Step> steps = new LinkedHashMap<>();
    private final Map<Party, String> parties;
    /** By the id of the question and that of the choice. */
    private final Map<String, Map<String, GuideDocument.Choice>> choices;

    LocalizedGuide(GuideDocument document, Locale language, GuideAddresses addresses) {
        this.language = language;
        var translation = new Translation(document, language, addresses);
        document.nodes().forEach(node -> steps.put(node.id(), translation.step(node)));
        parties = document.parties();
        choices = document.nodes().stream()
                .filter(node -> node.kind() == GuideDocument.Kind.QUESTION)
                .collect(Collectors.toUnmodifiableMap(
                        GuideDocument.Node::id,
                        node -> node.choices().stream()
                                .collect(Collectors.toUnmodifiableMap(GuideDocument.Choice::id, choice -> choice))));
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
            var answer = settle(step, findings);
            if (answer.isEmpty()) {
                break;
            }
            settled.add(answer.get());
            step = answer(answer.get().choice());
        }
        return settled;
    }

    /** The answer of the gravest findings that speak to this question; empty where there are none, or they disagree. */
    private Optional<LoginGuide.Settled> settle(LoginGuide.Step step, List<Diagnostic> findings) {
        var answers =
                findings.stream().flatMap(finding -> answers(step, finding)).toList();
        var gravest =
                answers.stream().map(answer -> answer.finding().severity()).max(Enum::compareTo);
        var agreed = answers.stream()
                .filter(answer -> gravest.equals(Optional.of(answer.finding().severity())))
                .toList();
        return agreed.stream().map(LoginGuide.Settled::choice).distinct().count() == 1
                ? Optional.of(agreed.get(0))
                : Optional.empty();
    }

    /** A finding answers a question where its problem goes on where a choice leads, at once or later on. */
    private Stream<LoginGuide.Settled> answers(LoginGuide.Step step, Diagnostic finding) {
        return finding.problem().guideNode().stream()
                .flatMap(node -> step.choices().stream().filter(choice -> leads(step, choice, node)))
                .map(choice -> new LoginGuide.Settled(step, choice, finding));
    }

    private boolean leads(LoginGuide.Step step, LoginGuide.Choice choice, String node) {
        var written = choices.getOrDefault(step.id(), Map.of()).get(choice.id());
        return written != null && (written.next().equals(node) || written.via().contains(node));
    }
}
