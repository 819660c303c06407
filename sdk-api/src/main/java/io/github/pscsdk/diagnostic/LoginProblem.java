package io.github.pscsdk.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * The problems that can end a login or a session, in either half. The server half sends the code to the workstation,
 * which so shows exactly what the server half found.
 */
public enum LoginProblem implements Problem {
    /** The professional refused on the phone, in CPS-Gestion or on the login page. */
    REFUSED("PSC-001", Party.PROFESSIONAL),
    /** Nobody answered before the deadline. */
    NO_ANSWER_IN_TIME("PSC-002", Party.PROFESSIONAL),
    /**
     * Pro Santé Connect does not know the identifier, or no e-CPS is activated for it; its answer is the same for both.
     */
    UNKNOWN_PROFESSIONAL("PSC-003", Party.PROFESSIONAL),
    /** The person who answered is not the one who was asked. */
    IDENTITY_MISMATCH("PSC-004", Party.PROFESSIONAL),
    /** This way in needs the national identifier, and nobody gave it. */
    NATIONAL_ID_MISSING("PSC-005", Party.PROFESSIONAL),
    /** The session has ended or never existed. */
    SESSION_ENDED("PSC-006", Party.PROFESSIONAL),
    /** Too many attempts for one person or from one caller. */
    TOO_MANY_ATTEMPTS("PSC-007", Party.PROFESSIONAL),
    /** An attempt with the same authenticator is already running. */
    ATTEMPT_IN_PROGRESS("PSC-008", Party.PROFESSIONAL),
    /** The return from the login page matches no login that is waiting: too late, used twice, or forged. */
    LOGIN_NOT_WAITING("PSC-009", Party.PROFESSIONAL),
    /** The session is locked at this workstation. */
    SESSION_LOCKED("PSC-010", Party.PROFESSIONAL),
    /** The code that the page showed at the end of a browser login was not given to the software. */
    BROWSER_CODE_MISSING("PSC-011", Party.PROFESSIONAL),
    /** A wrong code was given too often at the end of a browser login. */
    BROWSER_CODE_REJECTED("PSC-012", Party.PROFESSIONAL),
    /** A login of the same person with the same software still waits for an answer. The person is not asked twice. */
    LOGIN_ALREADY_PENDING("PSC-013", Party.PROFESSIONAL),
    /** The host requires a means, such as the card, that this way in does not use or that PSC does not confirm. */
    MEANS_NOT_ACCEPTED("PSC-014", Party.PROFESSIONAL),
    /** Pro Santé Connect has ended its session, so this session could not be prolonged. */
    SESSION_ENDED_AT_PSC("PSC-015", Party.PROFESSIONAL),
    /**
     * {@link #UNKNOWN_PROFESSIONAL} for an ADELI number: it may have been replaced, and its e-CPS may need the card.
     */
    UNKNOWN_ADELI_NUMBER("PSC-016", Party.PROFESSIONAL),
    /** {@link #UNKNOWN_PROFESSIONAL} for an identifier with the shape of a test identity, in production. */
    TEST_IDENTITY_IN_PRODUCTION("PSC-017", Party.PROFESSIONAL),
    /** Pro Santé Connect knows no practice of the person who logged in. This is a notice: the session is open. */
    NO_PROFESSIONAL_DATA("PSC-018", Party.PROFESSIONAL),
    /**
     * The session is over in the software, but not at Pro Santé Connect, whose own session may live on. Where it was
     * away, the server half goes on trying, and logging out again tries at once.
     */
    SIGNED_OUT_HERE_ONLY("PSC-019", Party.PROFESSIONAL),

    /** Pro Santé Connect cannot be reached or says that it is unavailable. */
    PSC_UNAVAILABLE("PSC-020", Party.SERVICE),
    /** Pro Santé Connect gave an answer that cannot be used. */
    PSC_ANSWER_INVALID("PSC-021", Party.SERVICE),
    /** The discovery document is not the one of the configured environment. */
    ENVIRONMENT_MISMATCH("PSC-022", Party.SOFTWARE_VENDOR),
    /** The ID token failed a check. */
    ID_TOKEN_REJECTED("PSC-023", Party.SERVICE),
    /** The UserInfo answer belongs to somebody else or lacks the national identifier. */
    USERINFO_REJECTED("PSC-024", Party.SERVICE),
    /** A target API, or its authorization server, cannot be reached. */
    API_UNAVAILABLE("PSC-025", Party.SERVICE),
    /** A logout token failed a check. */
    LOGOUT_TOKEN_REJECTED("PSC-026", Party.SERVICE),

    /** Pro Santé Connect refused the client id, the secret or the certificate. */
    CLIENT_REJECTED("PSC-040", Party.SOFTWARE_VENDOR),
    /** The back-channel way in (CIBA) is not enabled for this service. */
    BACKCHANNEL_NOT_ENABLED("PSC-041", Party.SOFTWARE_VENDOR),
    /** Pro Santé Connect refused the request as invalid. */
    REQUEST_REJECTED("PSC-042", Party.SOFTWARE_VENDOR),
    /** The code, the back-channel request or the refresh token is no longer accepted. */
    GRANT_REJECTED("PSC-043", Party.SOFTWARE_VENDOR),
    /** The authorization server of a target API refused the token exchange. */
    API_TOKEN_REFUSED("PSC-044", Party.SOFTWARE_VENDOR),
    /** The server half does not know the software's client id or the requested backend. */
    NOT_CONFIGURED("PSC-045", Party.SOFTWARE_VENDOR),
    /**
     * The server half could not keep a trace of what was asked for, on a full disk for instance, and so did not do it;
     * but for a logout.
     */
    TRACE_NOT_KEPT("PSC-046", Party.SOFTWARE_VENDOR),
    /**
     * Pro Santé Connect was to ask the person anew, and let somebody in by the session that the browser had: nothing
     * was opened, and that session was ended.
     */
    NOT_ASKED_AGAIN("PSC-047", Party.PROFESSIONAL),
    /**
     * The person logged in at Pro Santé Connect, by a level of assurance that this service does not accept. Facts:
     * {@code level}, {@code accepted}.
     */
    LEVEL_NOT_ACCEPTED("PSC-048", Party.SOFTWARE_VENDOR),
    /**
     * The store of the server half, where sessions and pending logins are, does not answer; asking again later may
     * help.
     */
    STORE_UNAVAILABLE("PSC-049", Party.SOFTWARE_VENDOR),
    /**
     * The store of the server half was not set up for it, or was written with other keys: nothing was lost, and nothing
     * can be read.
     */
    STORE_UNREADABLE("PSC-050", Party.SOFTWARE_VENDOR),
    /**
     * A node of the server half stopped, or its store was away, between an answer of Pro Santé Connect, which comes
     * once, and that store: the login, or the session, is over, and has to begin again.
     */
    INTERRUPTED("PSC-051", Party.PROFESSIONAL),
    /** The server half begins no login at the moment, since too many are pending, or since it is about to stop. */
    SERVER_HALF_BUSY("PSC-052", Party.SOFTWARE_VENDOR),
    /**
     * Pro Santé Connect prolonged the session by an ID token that contradicts that of its login (OpenID Connect Core
     * 1.0, section 12.2): it may be another person's. The session is over, here and at Pro Santé Connect.
     */
    SESSION_CONTRADICTED("PSC-053", Party.PROFESSIONAL),
    /**
     * The professional wants to log out, and the session may live on in the server half, which could not be reached or
     * whose store took nothing. Nobody can go on with it from where they are, and the software tries again by itself.
     * Facts: {@code problem}, the code of what prevents it.
     */
    NOT_SIGNED_OUT_YET("PSC-054", Party.PROFESSIONAL),
    /**
     * Pro Santé Connect names the person who answered by no identifier of the register by which one was asked for, such
     * as one of Pro Santé Identité instead of an RPPS number: nobody can tell whether it is the same person, so nobody
     * is let in.
     */
    IDENTITY_UNDECIDED("PSC-056", Party.PROFESSIONAL),

    /**
     * The vendor's server half, or a gateway in front of it, takes no call at the moment. Where no answer comes at all,
     * or a web page of the network in its place, a {@link WorkstationProblem} says why.
     */
    SERVER_HALF_UNREACHABLE("PSC-060", Party.SOFTWARE_VENDOR),
    /** The server half gave an answer that this version does not understand. */
    SERVER_HALF_ANSWER_INVALID("PSC-061", Party.SOFTWARE_VENDOR),
    /** The server half did not accept the application token. */
    APPLICATION_REJECTED("PSC-062", Party.SOFTWARE_VENDOR),
    /** The system browser could not be opened. */
    BROWSER_NOT_OPENED("PSC-063", Party.WORKSTATION),
    /**
     * No authenticator with that id is loaded. Facts: {@code authenticator}, its id; {@code folder}, where plug-ins are
     * looked for, if anywhere.
     */
    AUTHENTICATOR_NOT_FOUND("PSC-064", Party.WORKSTATION),
    /** The server half speaks ANS's plain contract alone, which knows no login in the browser. */
    BROWSER_LOGIN_NOT_OFFERED("PSC-065", Party.SOFTWARE_VENDOR),
    /**
     * The login came to nothing, and a server half that speaks ANS's plain contract alone does not say why: the
     * professional refused or did not answer in time, or Pro Santé Connect or an API does not accept the software.
     * Facts: {@code status}.
     */
    ENDED_WITHOUT_REASON("PSC-066", Party.PROFESSIONAL),
    /**
     * No login may use the address of the server half: it is not {@code https}, with {@code http} for this machine
     * alone, or has no host, or more than host, port and path. Facts: {@code reason}.
     */
    SERVER_HALF_ADDRESS_UNUSABLE("PSC-067", Party.WORKSTATION);

    private final String code;
    private final Party party;

    LoginProblem(String code, Party party) {
        this.code = code;
        this.party = party;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Party party() {
        return party;
    }

    @Override
    public boolean allowsNextWay() {
        return switch (this) {
            // Another way may need no name, use the means that is required, or be open to the service.
            case NATIONAL_ID_MISSING, MEANS_NOT_ACCEPTED, BACKCHANNEL_NOT_ENABLED, BROWSER_LOGIN_NOT_OFFERED -> true;
            // The next way would need it just as much.
            case SERVER_HALF_UNREACHABLE, SERVER_HALF_ADDRESS_UNUSABLE -> false;
            default -> Problem.super.allowsNextWay();
        };
    }

    /**
     * Whether a call that needs a session, and ends by this, has found that the session is over: nothing but a new
     * login helps.
     */
    public boolean endsSession() {
        return switch (this) {
            case SESSION_ENDED, SESSION_ENDED_AT_PSC, SESSION_CONTRADICTED, INTERRUPTED -> true;
            default -> false;
        };
    }

    /** The constant with that code; empty if this version does not know it. */
    public static Optional<LoginProblem> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
