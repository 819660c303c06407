package io.github.pscsdk.example.declaration.lifecycle;

/** Why a declaration is withdrawn. */
public enum WithdrawalReason {
    /** The professional no longer does this, or no longer there. */
    END_OF_ACTIVITY,
    /** It should never have been declared. */
    ERROR,
    /** The place is closed. */
    CLOSED
}
