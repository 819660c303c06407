package io.github.pscsdk.testkit.simulator.internal.device;

import io.github.pscsdk.testkit.card.internal.gestion.PinPad;
import io.github.pscsdk.testkit.card.internal.gestion.PinPad.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The requests that wait for a card, and the code pad on which they are answered. */
public record PendingCardRequests(Prompts prompts, PinPad pad) {
    private static final String CHANNEL = "CARD";

    /** Whether every professional has a pretended card, as without a card reader. */
    public boolean arePretended() {
        return pad instanceof PretendedCards;
    }

    public List<Prompt> pending() {
        return prompts.pending(CHANNEL);
    }

    public Optional<Prompt> find(String id) {
        return prompts.find(CHANNEL, id);
    }

    /** How many wrong codes the card for that request still takes; empty without a card. */
    public OptionalInt triesLeft(Prompt prompt) {
        return pad.triesLeft(holder(prompt));
    }

    /** Tries a code, and settles the request unless there is another try. */
    public Verdict enter(Prompt prompt, char[] code) {
        var verdict = pad.tryCode(holder(prompt), code);
        switch (verdict) {
            case APPROVED -> prompt.approve();
            case BLOCKED, OTHER_CARD -> prompt.refuse();
            case WRONG_CODE, NOT_A_CODE, NO_CARD -> {}
        }
        return verdict;
    }

    private static String holder(Prompt prompt) {
        return prompt.question().holder().nationalId().value();
    }
}
