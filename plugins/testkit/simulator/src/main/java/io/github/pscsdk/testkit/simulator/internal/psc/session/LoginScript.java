package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The course of one login, by its {@code Behaviour}; the last answer to a poll is repeated. */
public record LoginScript(Optional<StartError> start, List<PollAnswer> polls, Page page) {
    private static final PollAnswer OUTAGE = new PollAnswer.Outage(Duration.ofSeconds(1));

    /** The course of the login page. */
    public enum Page {
        RETURNS_WITH_CODE,
        /** Returns to the client with {@code access_denied}. */
        RETURNS_REFUSAL,
        STAYS,
        UNAVAILABLE
    }

    /** The back-channel endpoint's answer to a login that it does not start; an outage has no code and no body. */
    public record StartError(int status, Optional<String> code) {}

    /** The script of a login that this persona begins now. */
    public static LoginScript of(PersonaEntry person, Dials dials) {
        return switch (behaviour(person, dials)) {
            case REFUSES -> polled(Page.RETURNS_REFUSAL, PollAnswer.DENIED);
            case EXPIRES -> polled(Page.STAYS, PollAnswer.EXPIRED);
            case NEVER_ANSWERS -> polled(Page.STAYS, PollAnswer.PENDING);
            case SLOWS_DOWN -> polled(Page.RETURNS_WITH_CODE, PollAnswer.SLOW_DOWN, PollAnswer.TOKENS);
            case UNKNOWN -> refused(Page.STAYS, 400, Optional.of("unknown_user_id"));
            case BACKCHANNEL_NOT_ENABLED -> refused(Page.RETURNS_WITH_CODE, 400, Optional.of("unauthorized_client"));
            case REFUSED_AT_ONCE -> refused(Page.RETURNS_REFUSAL, 403, Optional.of("access_denied"));
            case UNAVAILABLE -> refused(Page.UNAVAILABLE, 503, Optional.empty());
            case UNAVAILABLE_WHILE_POLLING -> polled(Page.RETURNS_WITH_CODE, OUTAGE, OUTAGE, PollAnswer.TOKENS);
            case GRANT_REJECTED -> polled(Page.RETURNS_WITH_CODE, PollAnswer.INVALID);
            case APPROVES,
                    SIGNED_BY_ANOTHER_KEY,
                    SIGNED_UNDER_UNKNOWN_KID,
                    CLOCK_AHEAD,
                    ANSWERED_BY_ANOTHER,
                    OTHER_SUB_IN_USERINFO,
                    HUGE_USERINFO -> polled(Page.RETURNS_WITH_CODE, PollAnswer.TOKENS);
        };
    }

    /** The behaviour that is dialled, or else the persona's own. */
    static Behaviour behaviour(PersonaEntry person, Dials dials) {
        return dials.behaviour(person.persona().nationalId()).orElse(person.behaviour());
    }

    /** The answer to the exchange of the code that the login page returned. */
    public PollAnswer codeExchange() {
        return polls.get(polls.size() - 1);
    }

    private static LoginScript polled(Page page, PollAnswer... answers) {
        return new LoginScript(Optional.empty(), List.of(answers), page);
    }

    private static LoginScript refused(Page page, int status, Optional<String> error) {
        return new LoginScript(Optional.of(new StartError(status, error)), List.of(PollAnswer.TOKENS), page);
    }
}
