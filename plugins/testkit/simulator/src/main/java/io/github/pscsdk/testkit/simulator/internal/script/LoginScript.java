package io.github.pscsdk.testkit.simulator.internal.script;

import io.github.pscsdk.testkit.persona.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The course of one login, by the back channel or by the browser.
 *
 * @param start the error of the back-channel authentication endpoint; empty if it accepts the request
 * @param polls the answers to the polls, in order; the last one is repeated
 * @param page what the login page does
 * @param defects what is wrong with the tokens and UserInfo
 */
public record LoginScript(
        Optional<StartError> start, List<PollAnswer> polls, LoginPageBehaviour page, LoginDefects defects) {
    private static final PollAnswer OUTAGE = new PollAnswer.Outage(Duration.ofSeconds(1));

    /** The script of a behaviour. */
    public static LoginScript of(Behaviour behaviour) {
        return switch (behaviour) {
            case APPROVES -> polled(LoginPageBehaviour.RETURNS_WITH_CODE, PollAnswer.TOKENS);
            case REFUSES -> polled(LoginPageBehaviour.RETURNS_REFUSAL, PollAnswer.DENIED);
            case EXPIRES -> polled(LoginPageBehaviour.STAYS, PollAnswer.EXPIRED);
            case NEVER_ANSWERS -> polled(LoginPageBehaviour.STAYS, PollAnswer.PENDING);
            case SLOWS_DOWN -> polled(LoginPageBehaviour.RETURNS_WITH_CODE, PollAnswer.SLOW_DOWN, PollAnswer.TOKENS);
            case UNKNOWN -> refused(LoginPageBehaviour.STAYS, 400, Optional.of("unknown_user_id"));
            case BACKCHANNEL_NOT_ENABLED ->
                refused(LoginPageBehaviour.RETURNS_WITH_CODE, 400, Optional.of("unauthorized_client"));
            case REFUSED_AT_ONCE -> refused(LoginPageBehaviour.RETURNS_REFUSAL, 403, Optional.of("access_denied"));
            case UNAVAILABLE -> refused(LoginPageBehaviour.UNAVAILABLE, 503, Optional.empty());
            case UNAVAILABLE_WHILE_POLLING ->
                polled(LoginPageBehaviour.RETURNS_WITH_CODE, OUTAGE, OUTAGE, PollAnswer.TOKENS);
            case GRANT_REJECTED -> polled(LoginPageBehaviour.RETURNS_WITH_CODE, PollAnswer.INVALID);
            case SIGNED_BY_ANOTHER_KEY -> defective(LoginDefects.signed(LoginDefects.Signature.ANOTHER_KEY));
            case SIGNED_UNDER_UNKNOWN_KID -> defective(LoginDefects.signed(LoginDefects.Signature.UNPUBLISHED_KID));
            case CLOCK_AHEAD -> defective(LoginDefects.ahead(Duration.ofHours(1)));
            case ANSWERED_BY_ANOTHER -> defective(LoginDefects.answeredBy("899999100029"));
            case OTHER_SUB_IN_USERINFO -> defective(LoginDefects.describedBy(LoginDefects.UserInfo.OTHER_SUB));
            case HUGE_USERINFO -> defective(LoginDefects.describedBy(LoginDefects.UserInfo.HUGE));
        };
    }

    /** The answer to the exchange of the code that the login page returned. */
    public PollAnswer codeExchange() {
        return polls.get(polls.size() - 1);
    }

    private static LoginScript polled(LoginPageBehaviour page, PollAnswer... answers) {
        return new LoginScript(Optional.empty(), List.of(answers), page, LoginDefects.NONE);
    }

    private static LoginScript refused(LoginPageBehaviour page, int status, Optional<String> error) {
        return new LoginScript(
                Optional.of(new StartError(status, error)), List.of(PollAnswer.TOKENS), page, LoginDefects.NONE);
    }

    private static LoginScript defective(LoginDefects defects) {
        return new LoginScript(
                Optional.empty(), List.of(PollAnswer.TOKENS), LoginPageBehaviour.RETURNS_WITH_CODE, defects);
    }
}
