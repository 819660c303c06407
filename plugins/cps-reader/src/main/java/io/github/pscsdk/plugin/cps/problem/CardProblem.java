package io.github.pscsdk.plugin.cps.problem;

import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;

/**
 * The problems that the card authenticator finds. Some end a login, some are notices, some are only told by the health
 * check.
 */
public enum CardProblem implements Problem {
    /** No PC/SC service answers: not installed, not started. */
    NO_PCSC_SERVICE("CPS-001", Party.WORKSTATION),
    /** The PC/SC service runs and sees no reader. */
    NO_READER("CPS-002", Party.WORKSTATION),
    /** There is a reader and no card in it. */
    NO_CARD("CPS-003", Party.PROFESSIONAL),
    /** Something is in the reader and does not answer. */
    CARD_MUTE("CPS-004", Party.PROFESSIONAL),
    /** A patient's card. */
    VITALE_CARD("CPS-005", Party.PROFESSIONAL),
    /** Another card altogether. */
    NOT_A_CPS("CPS-006", Party.PROFESSIONAL),
    /** Another program keeps the card to itself. */
    CARD_IN_USE("CPS-007", Party.WORKSTATION),
    /** The card left the reader while it was read. */
    CARD_REMOVED("CPS-008", Party.PROFESSIONAL),
    /**
     * A card of the family whose serial number cannot be read; or whose certificate cannot, and nobody said whose card
     * it is.
     */
    CARD_UNREADABLE("CPS-009", Party.PROFESSIONAL),
    /** A CPS4 whose data can be reached neither on a logical channel nor on the basic one. */
    CHANNEL_REFUSED("CPS-010", Party.WORKSTATION),
    /** Several cards, and nobody said which. */
    NO_CARD_CHOSEN("CPS-011", Party.PROFESSIONAL),
    /** The card is not that of the professional who was named. */
    OTHER_HOLDER("CPS-012", Party.PROFESSIONAL),
    /** One more wrong code blocks the card. */
    ONE_TRY_LEFT("CPS-013", Party.PROFESSIONAL),
    /** Three wrong codes; the unlock code helps. */
    CARD_BLOCKED("CPS-014", Party.PROFESSIONAL),
    /** Blocked, and the unlock code is used up too. */
    CARD_BLOCKED_FOR_GOOD("CPS-015", Party.PROFESSIONAL),
    /** The authentication certificate has expired. */
    CERTIFICATE_EXPIRED("CPS-016", Party.PROFESSIONAL),
    /** The authentication certificate expires within 30 days. */
    CERTIFICATE_EXPIRES_SOON("CPS-017", Party.PROFESSIONAL),
    /** The authentication certificate is of the future, or the clock of the past. */
    CERTIFICATE_NOT_YET_VALID("CPS-018", Party.WORKSTATION),
    /** A test card where real professionals log in. */
    TEST_CARD_IN_PRODUCTION("CPS-019", Party.PROFESSIONAL),
    /** A real card where only test cards are known. */
    PRODUCTION_CARD_IN_TEST("CPS-020", Party.PROFESSIONAL),
    /** A card read without contacts, where no code can be given. */
    CONTACTLESS("CPS-021", Party.PROFESSIONAL),
    /** A login by card was refused, and after a wrong code two tries are left. */
    REFUSED_TWO_TRIES_LEFT("CPS-022", Party.PROFESSIONAL),
    /** A login by card was refused, and one more wrong code blocks the card. */
    REFUSED_ONE_TRY_LEFT("CPS-023", Party.PROFESSIONAL),
    /** The card had been read, and left the reader while its holder was asked to confirm. */
    REMOVED_UNCONFIRMED("CPS-024", Party.PROFESSIONAL),
    /** The PC/SC service refuses this program. */
    PCSC_ACCESS_DENIED("CPS-030", Party.WORKSTATION),
    /** The PC/SC service was restarted and this Java runtime cannot be brought to notice. */
    RESTART_NEEDED("CPS-031", Party.WORKSTATION),
    /** The Java runtime that came with the software lacks a module. */
    RUNTIME_MODULE_MISSING("CPS-032", Party.SOFTWARE_VENDOR),
    /** The vendor's file of cards has lines that say nothing. */
    CARD_FILE_UNREADABLE("CPS-033", Party.SOFTWARE_VENDOR),
    /** The reader or the card did not answer in the time that a health check has, or before the deadline of a login. */
    READER_SLOW("CPS-034", Party.WORKSTATION),
    /** PC/SC sees no reader although one is on USB: its driver is missing. Found on Linux alone. */
    READER_WITHOUT_DRIVER("CPS-035", Party.WORKSTATION),
    /** No middleware (Cryptolib CPS) in any of the usual places. */
    NO_MIDDLEWARE("CPS-040", Party.WORKSTATION),
    /** More than one middleware. */
    SEVERAL_MIDDLEWARES("CPS-041", Party.WORKSTATION),
    /** A middleware, where it is and which version. */
    MIDDLEWARE_FOUND("CPS-042", Party.WORKSTATION),
    /** No CPS-Gestion, with which the code is typed in a back-channel login. */
    NO_CPS_GESTION("CPS-043", Party.WORKSTATION),
    /** A CPS4 is in a reader, and a middleware of before it. */
    MIDDLEWARE_TOO_OLD("CPS-044", Party.WORKSTATION),
    /** A CPS-Gestion of before logins by Pro Santé Connect. */
    CPS_GESTION_TOO_OLD("CPS-045", Party.WORKSTATION),
    /** A CPS-Gestion, where it is and which version. */
    CPS_GESTION_FOUND("CPS-046", Party.WORKSTATION),
    /** A card that can log in. */
    CARD_READY("CPS-050", Party.PROFESSIONAL),
    /** The card does not say whose it is without its code. */
    IDENTITY_NOT_READABLE("CPS-051", Party.PROFESSIONAL);

    private final String code;
    private final Party party;

    CardProblem(String code, Party party) {
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
            // This card, or this runtime, will not do today; nobody was asked, and nobody refused.
            case CARD_UNREADABLE, CARD_BLOCKED, CARD_BLOCKED_FOR_GOOD, CERTIFICATE_EXPIRED, RUNTIME_MODULE_MISSING ->
                true;
            default -> Problem.super.allowsNextWay();
        };
    }
}
