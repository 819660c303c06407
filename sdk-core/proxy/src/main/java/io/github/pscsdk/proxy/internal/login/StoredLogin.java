package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.BackchannelRequestLeases;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a login under {@code /v1} stands, as it lies in the store, moved on by compare-and-set. The methods that return
 * another one are the only ways from a step to the next.
 */
public record StoredLogin(Begun begun, Step step) {
    private static final int TRIES = 3;

    /** Longer than a node takes to fetch the tokens of all backends, side by side, and to keep a trace. */
    private static final Duration OPENING = Duration.ofSeconds(45);

    /** The part that no step changes, for its application alone. */
    record Begun(Caller caller, String clientId, Instant deadline) {
        boolean isOf(Caller other) {
            return caller.application().equals(other.application());
        }
    }

    sealed interface Step {}

    private interface OfPerson {
        String person();
    }

    private interface InSession {
        String session();
    }

    /**
     * Waits for the professional, who was asked on a device.
     *
     * @param device by which the relying party knows the login
     * @param request by which nobody else asks the professional: {@link BackchannelRequestLeases}
     */
    record OnDevice(String person, String device, Optional<String> request) implements Step, OfPerson {}

    /** Waits for the professional's browser on that page. */
    record InBrowser(URI page) implements Step {}

    /** Waits for the code of the browser's page; nobody is told of the session before {@link Opened}. */
    record CodeShown(String person, String session, String code, int triesLeft) implements Step, OfPerson, InSession {}

    /** One node fetches the tokens of the backends, until that time, or has died. */
    record Opening(String person, String session, Optional<String> code, Instant until)
            implements Step, OfPerson, InSession {}

    /** Over, in a session; once it is {@code delivered}, it is the caller's to end. */
    record Opened(String session, String sessionState, Optional<String> code, boolean delivered)
            implements Step, InSession {}

    record Failed(String problem, Map<String, String> facts) implements Step {
        PscException failure() {
            var known = LoginProblem.ofCode(problem).orElse(LoginProblem.INTERRUPTED);
            return new PscException(known, "the login has failed", facts);
        }
    }

    /** Six digits that the page shows at the end of a browser login, to be typed in the software that began it. */
    public static final class PageCode {
        private static final SecureRandom RANDOM = new SecureRandom();
        private static final int CODES = 1_000_000;
        private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

        private final String digits;

        private PageCode(String digits) {
            this.digits = digits;
        }

        static PageCode draw() {
            return new PageCode(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES)));
        }

        public static boolean isShaped(String typed) {
            return SHAPE.matcher(typed).matches();
        }

        /** Whether a code is the one that was typed; in constant time. */
        static boolean is(String digits, String typed) {
            return MessageDigest.isEqual(bytes(digits), bytes(typed));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        public String reveal() {
            return digits;
        }

        @Override
        public String toString() {
            return "PageCode[…]";
        }
    }

    private StoredLogin at(Step next) {
        return new StoredLogin(begun, next);
    }

    /** The browser came back with somebody, whose code is awaited; empty where nobody waits for that any more. */
    Optional<StoredLogin> cameBack(PageCode shown, String handle, String who, Instant now) {
        return step instanceof InBrowser && now.isBefore(begun.deadline())
                ? Optional.of(at(new CodeShown(who, handle, shown.reveal(), TRIES)))
                : Optional.empty();
    }

    /** A code was typed: the login goes on, with a try less, or has failed; empty where no code is awaited. */
    Optional<StoredLogin> offered(String typed, Instant now) {
        if (!(step instanceof CodeShown shown)) {
            return Optional.empty();
        }
        if (PageCode.is(shown.code, typed)) {
            return Optional.of(at(new Opening(shown.person, shown.session, Optional.of(shown.code), openedUntil(now))));
        }
        return Optional.of(
                shown.triesLeft > 1
                        ? at(new CodeShown(shown.person, shown.session, shown.code, shown.triesLeft - 1))
                        : ended(new PscException(LoginProblem.BROWSER_CODE_REJECTED, "the last wrong code")));
    }

    /** Until when the node opens a session that begins to do so now. */
    static Instant openedUntil(Instant now) {
        return now.plus(OPENING);
    }

    /** One node opens that session from now on; empty where the login waits for no device, and its node lives. */
    Optional<StoredLogin> claimed(String handle, Instant until, Instant now) {
        if (step instanceof OnDevice asked) {
            return Optional.of(at(new Opening(asked.person, handle, Optional.empty(), until)));
        }
        return step instanceof Opening before && isLeftOpening(now)
                ? Optional.of(at(new Opening(before.person, handle, before.code, until)))
                : Optional.empty();
    }

    Optional<StoredLogin> opened(String sessionState) {
        return step instanceof Opening opening
                ? Optional.of(at(new Opened(opening.session, sessionState, opening.code, false)))
                : Optional.empty();
    }

    /** Empty where it is over: the first end counts. */
    Optional<StoredLogin> failed(PscException failure) {
        return isOver() ? Optional.empty() : Optional.of(ended(failure));
    }

    /** It waited long enough for somebody. One whose session is being opened waits for nobody any more. */
    Optional<StoredLogin> expired() {
        var late = new PscException(LoginProblem.NO_ANSWER_IN_TIME, "nobody came back, or nobody typed the code");
        return isWaiting() ? Optional.of(ended(late)) : Optional.empty();
    }

    /** That session could not be opened until then; empty where another node has gone on with it. */
    Optional<StoredLogin> unopened(String handle, Instant until, PscException failure) {
        return isOpening(handle, until) ? Optional.of(ended(failure)) : Optional.empty();
    }

    private StoredLogin ended(PscException failure) {
        return at(new Failed(failure.problem().code(), failure.facts()));
    }

    StoredLogin told() {
        return step instanceof Opened opened
                ? at(new Opened(opened.session, opened.sessionState, opened.code, true))
                : this;
    }

    boolean isOver() {
        return step instanceof Opened || step instanceof Failed;
    }

    boolean isWaiting() {
        return step instanceof OnDevice || step instanceof InBrowser || step instanceof CodeShown;
    }

    Optional<String> session() {
        return step instanceof InSession in ? Optional.of(in.session()) : Optional.empty();
    }

    Optional<String> person() {
        return step instanceof OfPerson of ? Optional.of(of.person()) : Optional.empty();
    }

    /** Whether that code is or was the one of its page. */
    boolean hasCode(String typed) {
        var code = step instanceof Opening opening
                ? opening.code
                : step instanceof Opened opened ? opened.code : Optional.<String>empty();
        return code.filter(digits -> PageCode.is(digits, typed)).isPresent();
    }

    private boolean isOpening(String handle, Instant until) {
        return step instanceof Opening opening && opening.until.equals(until) && opening.session.equals(handle);
    }

    /** Whether the node that was to open the session has died. */
    boolean isLeftOpening(Instant now) {
        return step instanceof Opening opening && now.isAfter(opening.until);
    }

    @Override
    public String toString() {
        return "StoredLogin[" + begun.clientId + ", " + step.getClass().getSimpleName() + "]";
    }
}
