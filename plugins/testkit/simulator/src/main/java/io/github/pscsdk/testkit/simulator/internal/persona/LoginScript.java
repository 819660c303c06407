package io.github.pscsdk.testkit.simulator.internal.persona;

import io.github.pscsdk.testkit.persona.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a login of a persona goes, in either way in.
 *
 * @param start how the back-channel authentication endpoint refuses; empty where it accepts
 * @param polls what the polls are answered, one after the other; the last one is repeated
 * @param page what the login page does
 * @param proof what the tokens and UserInfo are like
 */
public record LoginScript(Optional<StartRefusal> start, List<PollAnswer> polls, LoginPage page, Proof proof) {
    private static final PollAnswer OUTAGE = new PollAnswer.Outage(Duration.ofSeconds(1));

    /** The script of a behaviour. */
    public static LoginScript of(Behaviour behaviour) {
        return switch (behaviour) {
            case APPROVES -> polled(LoginPage.RETURNS_WITH_CODE, PollAnswer.TOKENS);
            case REFUSES -> polled(LoginPage.RETURNS_REFUSAL, PollAnswer.DENIED);
            case EXPIRES -> polled(LoginPage.STAYS, PollAnswer.EXPIRED);
            case NEVER_ANSWERS -> polled(LoginPage.STAYS, PollAnswer.PENDING);
            case SLOWS_DOWN -> polled(LoginPage.RETURNS_WITH_CODE, PollAnswer.SLOW_DOWN, PollAnswer.TOKENS);
            case UNKNOWN -> refused(LoginPage.STAYS, 400, Optional.of("unknown_user_id"));
            case BACKCHANNEL_NOT_ENABLED ->
                refused(LoginPage.RETURNS_WITH_CODE, 400, Optional.of("unauthorized_client"));
            case REFUSED_AT_ONCE -> refused(LoginPage.RETURNS_REFUSAL, 403, Optional.of("access_denied"));
            case UNAVAILABLE -> refused(LoginPage.UNAVAILABLE, 503, Optional.empty());
            case UNAVAILABLE_WHILE_POLLING -> polled(LoginPage.RETURNS_WITH_CODE, OUTAGE, OUTAGE, PollAnswer.TOKENS);
            case GRANT_REJECTED -> polled(LoginPage.RETURNS_WITH_CODE, PollAnswer.INVALID);
            case SIGNED_BY_ANOTHER_KEY -> proven(Proof.signed(Proof.Signature.ANOTHER_KEY));
            case SIGNED_UNDER_UNKNOWN_KID -> proven(Proof.signed(Proof.Signature.UNPUBLISHED_KID));
            case CLOCK_AHEAD -> proven(Proof.ahead(Duration.ofHours(1)));
            case ANSWERED_BY_ANOTHER -> proven(Proof.answeredBy("899999100029"));
            case OTHER_SUB_IN_USERINFO -> proven(Proof.describedBy(Proof.UserInfo.OTHER_SUB));
            case HUGE_USERINFO -> proven(Proof.describedBy(Proof.UserInfo.HUGE));
        };
    }

    /** What the code of a login page that returned is exchanged for. */
    public PollAnswer codeExchange() {
        return polls.get(polls.size() - 1);
    }

    private static LoginScript polled(LoginPage page, PollAnswer... answers) {
        return new LoginScript(Optional.empty(), List.of(answers), page, Proof.SOUND);
    }

    private static LoginScript refused(LoginPage page, int status, Optional<String> error) {
        return new LoginScript(
                Optional.of(new StartRefusal(status, error)), List.of(PollAnswer.TOKENS), page, Proof.SOUND);
    }

    private static LoginScript proven(Proof proof) {
        return new LoginScript(Optional.empty(), List.of(PollAnswer.TOKENS), LoginPage.RETURNS_WITH_CODE, proof);
    }
}
