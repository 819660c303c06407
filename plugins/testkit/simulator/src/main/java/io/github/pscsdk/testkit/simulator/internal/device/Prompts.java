package io.github.pscsdk.testkit.simulator.internal.device;

import io.github.pscsdk.testkit.simulator.internal.device.Prompt.Question;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All prompts that wait for a professional. */
public final class Prompts {
    private static final int OFFERED = 3; // pro-sante-connect, section 7.1: the phone shows three two-digit values

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Prompt> pending = new ConcurrentHashMap<>();
    private final Clock clock;

    public Prompts(Clock clock) {
        this.clock = clock;
    }

    /** Makes a prompt that nobody answers, because no list shows it. */
    public Prompt askInVain(Question question, Duration life) {
        return make(question, List.of(question.number()), life);
    }

    /** Asks for a confirmation of the number that the question holds. */
    public Prompt ask(Question question, Duration life) {
        return add(question, List.of(question.number()), life);
    }

    /** Asks to find the number among three. */
    public Prompt askToMatch(Question question, Duration life) {
        var offered = new ArrayList<>(List.of(question.number()));
        while (offered.size() < OFFERED) {
            var other = drawNumber();
            if (!offered.contains(other)) {
                offered.add(other);
            }
        }
        Collections.shuffle(offered, random);
        return add(question, offered, life);
    }

    public String drawNumber() {
        return String.format(Locale.ROOT, "%02d", random.nextInt(100));
    }

    private Prompt add(Question question, List<String> choices, Duration life) {
        var prompt = make(question, choices, life);
        forgetAnswered();
        pending.put(prompt.id(), prompt);
        return prompt;
    }

    private Prompt make(Question question, List<String> choices, Duration life) {
        return new Prompt(
                UUID.randomUUID().toString(), question, choices, clock.instant().plus(life), clock);
    }

    private void forgetAnswered() {
        pending.values().removeIf(prompt -> prompt.state() != Prompt.State.PENDING);
    }

    /** The pending prompts; the one that expires first comes first. */
    public List<Prompt> pending() {
        forgetAnswered();
        return pending.values().stream()
                .sorted(Comparator.comparing(Prompt::expiresAt))
                .toList();
    }

    public List<Prompt> pending(String channel) {
        return pending().stream()
                .filter(prompt -> prompt.question().channel().equals(channel))
                .toList();
    }

    public Optional<Prompt> find(String channel, String id) {
        return pending(channel).stream()
                .filter(prompt -> prompt.id().equals(id))
                .findFirst();
    }
}
