package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.Scenario.Step;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.time.VirtualClock;
import java.io.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a scenario from the nodes of the document, which know their lines; every scalar is taken as it is written. */
final class ScenarioReader {
    static final String ADVANCES_CLOCK = "advances-clock";
    /** How the steps end that do something to the card. */
    static final String CARD = "-card";

    private static final String ANYBODY = "anybody";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final List<String> FILE = List.of("version", "title", "steps");
    private static final List<String> STEP = List.of("who", "what", "when");
    private static final List<String> WHEN = List.of("after-logins", "after");

    private static final Map<String, Consumer<PscSimulator>> WITHOUT_VALUE = Map.of(
            "ends-sessions", PscSimulator::endSessions,
            "rotates-keys", PscSimulator::rotateKeys,
            "inserts-card", simulator -> simulator.cpsGestion().card().insert(),
            "removes-card", simulator -> simulator.cpsGestion().card().remove(),
            "blocks-card", simulator -> simulator.cpsGestion().card().block());

    /** The step that is being read; 0 outside of the steps. */
    private int step;

    private final Texts texts;

    private ScenarioReader(Language language) {
        this.texts = Texts.beside(Scenario.class, "scenario", language);
    }

    static Scenario read(Reader in, Language language) {
        var reader = new ScenarioReader(language);
        return reader.scenario(reader.document(in));
    }

    private Node document(Reader in) {
        try {
            var document = new Yaml(new LoaderOptions()).compose(in);
            if (document == null) {
                throw wrong(1, "empty");
            }
            return document;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw wrong(mark == null ? 1 : mark.getLine() + 1, "yaml");
        } catch (YAMLException e) {
            throw wrong(1, "yaml");
        }
    }

    private Scenario scenario(Node document) {
        var members = members(document, FILE);
        // First of all: another version may have other members.
        var version = required(document, members, "version");
        if (!scalar(version).equals("1")) {
            throw wrong(version, "version", scalar(version));
        }
        refuseOthers(document, FILE);
        var title = scalar(required(document, members, "title"));
        var list = required(document, members, "steps");
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw wrong(list, "steps");
        }
        var steps = new ArrayList<Step>();
        for (var node : sequence.getValue()) {
            step = steps.size() + 1;
            steps.add(step(node));
        }
        return new Scenario(title, steps);
    }

    private Step step(Node node) {
        var members = members(node, STEP);
        refuseOthers(node, STEP);
        var who = Optional.ofNullable(members.get("who")).flatMap(this::person);
        var what = required(node, members, "what");
        var when = required(node, members, "when");
        var after = Duration.ZERO;
        var logins = 0;
        if (when instanceof ScalarNode) {
            if (!scalar(when).equals("at-start")) {
                throw wrong(when, "when", scalar(when));
            }
        } else {
            var moment = members(when, WHEN);
            refuseOthers(when, WHEN);
            if (moment.isEmpty()) {
                throw wrong(when, "when", "{}");
            }
            logins = Optional.ofNullable(moment.get("after-logins"))
                    .map(this::count)
                    .orElse(0);
            after = Optional.ofNullable(moment.get("after")).map(this::duration).orElse(Duration.ZERO);
        }
        return action(what, who, logins, after);
    }

    private Optional<NationalId> person(Node node) {
        var text = scalar(node);
        if (text.equals(ANYBODY)) {
            return Optional.empty();
        }
        return Optional.of(Personas.all().stream()
                .map(persona -> persona.nationalId())
                .filter(id -> id.value().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(node, "who")));
    }

    private Step action(Node node, Optional<NationalId> who, int logins, Duration after) {
        if (node instanceof ScalarNode) {
            var name = scalar(node);
            var action = WITHOUT_VALUE.get(name);
            if (action == null) {
                throw wrong(node, "action", name);
            }
            return new Step(anybody(node, who), name, logins, after, (simulator, clock) -> action.accept(simulator));
        }
        if (!(node instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
            throw wrong(node, "what");
        }
        var tuple = mapping.getValue().get(0);
        var name = scalar(tuple.getKeyNode());
        var value = tuple.getValueNode();
        if (WITHOUT_VALUE.containsKey(name)) {
            throw wrong(node, "no-value", name);
        }
        var action = switch (name) {
            case ADVANCES_CLOCK -> {
                anybody(node, who);
                yield advance(duration(value));
            }
            case "resets" -> reset(value, dial(value, scalar(value)), who);
            default -> turn(value, dial(tuple.getKeyNode(), name), who);
        };
        return new Step(who, name + ": " + scalar(value), logins, after, action);
    }

    private static BiConsumer<PscSimulator, Clock> advance(Duration by) {
        return (simulator, clock) -> ((VirtualClock) clock).advance(by);
    }

    private BiConsumer<PscSimulator, Clock> reset(Node node, Dial<?> dial, Optional<NationalId> who) {
        if (who.isEmpty()) {
            return (simulator, clock) -> simulator.dials.reset(dial);
        }
        ofOnePerson(node, dial);
        return (simulator, clock) -> simulator.dials.reset(who.get());
    }

    private BiConsumer<PscSimulator, Clock> turn(Node node, Dial<?> dial, Optional<NationalId> who) {
        var text = scalar(node);
        try {
            dial.parse(text);
        } catch (IllegalArgumentException e) {
            var choices = dial.choices();
            throw choices.isEmpty()
                    ? wrong(node, "value", dial.name(), text)
                    : wrong(node, "choice", dial.name(), text, String.join(", ", choices));
        }
        if (who.isEmpty()) {
            return (simulator, clock) -> simulator.dials.turn(dial, text);
        }
        ofOnePerson(node, dial);
        var behaviour = Dial.BEHAVIOUR.parse(text);
        return (simulator, clock) -> simulator.dials.turn(who.get(), behaviour);
    }

    private Dial<?> dial(Node node, String name) {
        return Dial.named(name).orElseThrow(() -> wrong(node, "action", name));
    }

    private void ofOnePerson(Node node, Dial<?> dial) {
        if (!dial.equals(Dial.BEHAVIOUR)) {
            throw wrong(node, "one-person", dial.name());
        }
    }

    /** Refuses a person where the whole simulator is concerned. */
    private Optional<NationalId> anybody(Node node, Optional<NationalId> who) {
        if (who.isPresent()) {
            throw wrong(node, "everybody");
        }
        return who;
    }

    private int count(Node node) {
        var text = scalar(node);
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw wrong(node, "count", text);
        }
        return Integer.parseInt(text);
    }

    private Duration duration(Node node) {
        var text = scalar(node);
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // told below, as for one that is too long
        }
        throw wrong(node, "duration", text);
    }

    private Map<String, Node> members(Node node, List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "members", String.join(", ", known));
        }
        var members = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            var name = scalar(tuple.getKeyNode());
            if (members.putIfAbsent(name, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "twice", name);
            }
        }
        return members;
    }

    private void refuseOthers(Node node, List<String> known) {
        for (var tuple : ((MappingNode) node).getValue()) {
            var name = scalar(tuple.getKeyNode());
            if (!known.contains(name)) {
                throw wrong(tuple.getKeyNode(), "unknown", name, String.join(", ", known));
            }
        }
    }

    private Node required(Node parent, Map<String, Node> members, String name) {
        var member = members.get(name);
        if (member == null) {
            throw wrong(parent, "missing", name);
        }
        return member;
    }

    private String scalar(Node node) {
        if (!(node instanceof ScalarNode text) || text.getValue().isBlank()) {
            throw wrong(node, "scalar");
        }
        return text.getValue();
    }

    private IllegalArgumentException wrong(Node node, String key, Object... values) {
        return wrong(node.getStartMark().getLine() + 1, key, values);
    }

    private IllegalArgumentException wrong(int line, String key, Object... values) {
        var where = step == 0 ? texts.get("line", line) : texts.get("step", line, step);
        return new IllegalArgumentException(where + texts.get(key, values));
    }
}
