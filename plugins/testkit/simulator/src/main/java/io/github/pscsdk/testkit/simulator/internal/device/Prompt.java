package io.github.pscsdk.testkit.simulator.internal.device;

import io.github.pscsdk.testkit.persona.Persona;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** One login that waits for its professional. Answered once; what comes later changes nothing. */
public final class Prompt {
    private final String id;
    private final Question question;
    private final List<String> choices;
    private final Instant expiresAt;
    private final Clock clock;
    private State answer = State.PENDING;

    /** How far it is. */
    public enum State {
        /** Nobody has answered, and there is still time. */
        PENDING,
        /** Confirmed. */
        APPROVED,
        /** Refused, by intent or by choosing another number. */
        REFUSED,
        /** Nobody answered in time. */
        EXPIRED
    }

    /**
     * What is asked.
     *
     * @param channel {@code CARD} or {@code MOBILE}
     * @param service who asks, as a professional may read it
     * @param holder whose phone or card it is
     * @param number the two digits that the other screen shows; the first of them may be zero
     */
    public record Question(String channel, String service, Persona holder, String number) {
        /** Neither the number nor the person. */
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

    /** Drawn at random; names it in forms, and is no {@code auth_req_id}. */
    public String id() {
        return id;
    }

    /** What is asked. */
    public Question question() {
        return question;
    }

    /** What the device offers: the number alone, or among others for number matching. */
    public List<String> choices() {
        return choices;
    }

    /** Until when one may answer. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** How far it is now. */
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

    /** Refuses. */
    public void refuse() {
        settle(State.REFUSED);
    }

    private synchronized void settle(State outcome) {
        if (state() == State.PENDING) {
            answer = outcome;
        }
    }

    @Override
    public String toString() {
        return "Prompt[" + question + ", " + state() + "]";
    }
}
