package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.guide.GuideFile.Kind;
import io.github.pscsdk.guide.GuideFile.Node;
import io.github.pscsdk.guide.GuideFile.Sentence;
import io.github.pscsdk.guide.GuideFile.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The guide as its document has it, in one language; fails at once where a node names something that is not in it. */
final class LocalizedGuide implements LoginGuide {
    // The lengths of 2023-11 and 2023-11-02.
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private final GuideFile document;
    private final Locale language;
    private final GuideAddresses addresses;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    LocalizedGuide(GuideFile document, Locale language, GuideAddresses addresses) {
        this.document = document;
        this.language = language;
        this.addresses = addresses;
        document.nodes().forEach(node -> steps.put(node.id(), step(node)));
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public Step start() {
        return steps.values().iterator().next();
    }

    @Override
    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    @Override
    public Optional<Step> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    @Override
    public Step answer(Choice choice) {
        return step(choice.next())
                .orElseThrow(() -> new IllegalArgumentException("this guide has no step " + choice.next()));
    }

    @Override
    public Step after(Problem problem) {
        return problem.guideNode()
                .flatMap(this::step)
                .orElseGet(() -> steps.get(document.parties().get(problem.party())));
    }

    @Override
    public List<Settled> follow(Step from, List<Diagnostic> findings) {
        var settled = new ArrayList<Settled>();
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
    private Optional<Settled> settle(Step step, List<Diagnostic> findings) {
        var answers =
                findings.stream().flatMap(finding -> answers(step, finding)).toList();
        var gravest =
                answers.stream().map(answer -> answer.finding().severity()).max(Enum::compareTo);
        var agreed = answers.stream()
                .filter(answer -> gravest.equals(Optional.of(answer.finding().severity())))
                .toList();
        return agreed.stream().map(Settled::choice).distinct().count() == 1
                ? Optional.of(agreed.get(0))
                : Optional.empty();
    }

    /** A finding answers a question where its problem goes on where a choice leads, at once or later on. */
    private Stream<Settled> answers(Step step, Diagnostic finding) {
        return finding.problem().guideNode().stream()
                .flatMap(node -> step.choices().stream().filter(choice -> leads(step, choice, node)))
                .map(choice -> new Settled(step, choice, finding));
    }

    private boolean leads(Step step, Choice choice, String node) {
        return step.isQuestion()
                && document.nodes().stream()
                        .filter(written -> written.id().equals(step.id()))
                        .flatMap(written -> written.choices().stream())
                        .filter(written -> written.id().equals(choice.id()))
                        .anyMatch(written ->
                                written.next().equals(node) || written.via().contains(node));
    }

    // ---- in its language -------------------------------------------------------------------------------------------

    private Step step(Node node) {
        return new Step(
                node.id(),
                node.kind() == Kind.QUESTION,
                in(node.title()),
                node.steps().stream().map(this::sentence).toList(),
                node.notes().stream().map(this::sentence).toList(),
                node.links().stream().map(this::link).toList(),
                node.contacts().stream().map(this::contact).toList(),
                node.choices().stream()
                        .map(choice -> new Choice(
                                choice.id(),
                                in(choice.text()),
                                choice.next(),
                                source(choice.text().source())))
                        .toList(),
                source(node.title().source()));
    }

    private Part sentence(Sentence sentence) {
        return new Part(in(sentence), Optional.empty(), source(sentence.source()));
    }

    private String source(String name) {
        var source = Objects.requireNonNull(document.sources().get(name), name);
        return in(source.name()) + source.date().map(this::date).orElse("");
    }

    /** A year, a month or a day in ISO 8601, for a person. */
    String date(String iso) {
        var formatted = switch (iso.length()) {
            case DAY ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(LocalDate.parse(iso));
            case MONTH -> DateTimeFormatter.ofPattern("MMMM yyyy", language).format(YearMonth.parse(iso));
            default -> iso;
        };
        return ", " + formatted;
    }

    private Part link(String name) {
        var link = Objects.requireNonNull(document.links().get(name), name);
        return addresses
                .of(name)
                .map(read -> new Part(
                        in(link.text()),
                        Optional.of(read.address()),
                        in(document.host()) + date(read.day().toString())))
                .orElseGet(() -> new Part(
                        in(link.text()), link.address(), source(link.text().source())));
    }

    private Contact contact(String name) {
        var contact = Objects.requireNonNull(document.contacts().get(name), name);
        return new Contact(
                contact.professions(),
                in(contact.text()),
                link(contact.link()),
                contact.delay().map(this::in));
    }

    private String in(Sentence sentence) {
        return in(new Text(sentence.fr(), sentence.en()));
    }

    private String in(Text text) {
        return language.equals(Locale.FRENCH) ? text.fr() : text.en();
    }
}
