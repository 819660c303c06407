package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The steps of a YAML file, each done once at its time; its members are in {@code docs/simulator.md}. Immutable. */
public final class Scenario {
    /** The names of the scenarios that come along, for {@link #scene}. */
    public static final List<String> SCENES = List.of(
            "refused-on-the-phone",
            "nobody-answers",
            "unknown-professional",
            "unavailable-then-well",
            "session-ends-after-login",
            "blocked-card");

    private final String title;
    private final List<Step> steps;

    Scenario(String title, List<Step> steps) {
        this.title = title;
        this.steps = List.copyOf(steps);
    }

    /**
     * One step, for one person or anybody, {@code after} a time by the simulator's clock, counted from the last of so
     * many {@code logins} or from the start; {@code what} is for people.
     */
    record Step(
            Optional<NationalId> who,
            String what,
            int logins,
            Duration after,
            BiConsumer<PscSimulator, Clock> action) {}

    /** A step that was done, by the simulator's clock; {@code step} counts from 1, {@code what} is as in the file. */
    public record Applied(int step, String what, Instant at) {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws IllegalArgumentException if it is no scenario; the message says in English in which line
     */
    public static Scenario read(Path file) throws IOException {
        return read(file, Language.ENGLISH);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param language of the message where it is no scenario
     */
    public static Scenario read(Path file, Language language) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            return ScenarioReader.read(in, language);
        }
    }

    /** Reads a scenario from text, as {@link #read(Path)} does; the caller closes it. */
    public static Scenario read(Reader in) {
        return ScenarioReader.read(in, Language.ENGLISH);
    }

    /** One of {@link #SCENES}. */
    public static Scenario scene(String name) {
        if (!SCENES.contains(name)) {
            throw new IllegalArgumentException("no such scene; there are " + String.join(", ", SCENES));
        }
        return resource(Scenario.class, "scenes/" + name + ".yaml");
    }

    static Scenario resource(Class<?> neighbour, String name) {
        try (var in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no scenario " + name + " beside " + neighbour.getName());
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the scenario " + name + " cannot be read", e);
        }
    }

    /** The title. */
    public String title() {
        return title;
    }

    boolean movesClock() {
        return steps.stream().anyMatch(step -> step.what().startsWith(ScenarioReader.ADVANCES_CLOCK));
    }

    /** Whether a step does something to the card, so that it needs {@link SimulatorBuilder#cardInHand}. */
    public boolean movesCard() {
        return steps.stream().anyMatch(step -> step.what().endsWith(ScenarioReader.CARD));
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public String toString() {
        return "Scenario[" + title + "]";
    }
}
