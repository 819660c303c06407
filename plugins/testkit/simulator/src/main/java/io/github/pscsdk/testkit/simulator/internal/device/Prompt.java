package io.github.pscsdk.testkit.simulator.internal.device;

import io.github.pscsdk.testkit.persona.model.Persona;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A question to a professional on a device: confirm a login or refuse it. Answered once. */
public final class Prompt {
    private final String id;
    private final Question question;
    private final List<String> choices;
    private final Instant expiresAt;
    private final Clock clock;
    private State answer = State.PENDING;

    /** The state of a prompt. */
    public enum State {
        /** Nobody has answered, and there is still time. */
        PENDING,
        APPROVED,
        /** Refused, on purpose or by choosing a wrong number. */
        REFUSED,
        EXPIRED
    }

    /** The question to the holder of a phone or card; {@code number} is the two digits of the other screen. */
    public record Question(String channel, String service, Persona holder, String number) {
        /** Prints neither the number nor the person. */
        @Override
        public String toString() {
            return "Question[" + channel + "]";
        }
    }

    Prompt(String id, Question question, List<String> choices, Instant expiresAt, Clock clock) {
        this.id = id;
        this.question = question;
        this.choices = List.copyOf(choices);
        this.expiresAt = expiresAt;
        this.clock = clock;
    }

    /** The random id of the prompt in forms. It is no {@code auth_req_id}. */
    public String id() {
        return id;
    }

    public Question question() {
        return question;
    }

    /** The numbers that the device shows: one, or several for number matching. */
    public List<String> choices() {
        return choices;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public synchronized State state() {
        return answer == State.PENDING && !clock.instant().isBefore(expiresAt) ? State.EXPIRED : answer;
    }

    /** Confirms by choosing a number; a wrong one refuses, as the real phone gives no second try. */
    public void choose(String number) {
        settle(question.number().equals(number) ? State.APPROVED : State.REFUSED);
    }

    /** Confirms without a number, as beside a card reader. */
    public void approve() {
        settle(State.APPROVED);
    }

    public void refuse() {
        settle(State.REFUSED);
    }

    private synchronized void settle(State outcome) {
        if (state() == State.PENDING) {
            answer = outcome;
        }
    }
}
