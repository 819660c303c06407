package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.guide.GuideDocument.Choice;
import io.github.pscsdk.guide.GuideDocument.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which finding answers which question: one whose problem goes on where a choice leads, at once or later on. */
final class SettledQuestions {
    private final Map<String, Map<String, Choice>> choices;

    SettledQuestions(Collection<Node> nodes) {
        choices = nodes.stream()
                .filter(node -> node.kind() == GuideDocument.Kind.QUESTION)
                .collect(Collectors.toUnmodifiableMap(
                        Node::id,
                        node -> node.choices().stream()
                                .collect(Collectors.toUnmodifiableMap(Choice::id, choice -> choice))));
    }

    /** The answer of the gravest findings that speak to this question; empty where there are none, or they disagree. */
    Optional<LoginGuide.Settled> settle(LoginGuide.Step step, List<Diagnostic> findings) {
        var answers =
                findings.stream().flatMap(finding -> answers(step, finding)).toList();
        var gravest = answers.stream().map(answer -> answer.finding().severity()).max(Enum::compareTo).stream()
                .flatMap(severity ->
                        answers.stream().filter(answer -> answer.finding().severity() == severity))
                .toList();
        var agreed = gravest.stream().map(LoginGuide.Settled::choice).distinct().count() == 1;
        return agreed ? Optional.of(gravest.get(0)) : Optional.empty();
    }

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
