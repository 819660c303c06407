package io.github.pscsdk.example.declaration.lifecycle;

/** Why a declaration is withdrawn. */
public enum WithdrawalReason {
    /** The professional no longer does this, or no longer there. */
    END_OF_ACTIVITY("fin d’activité", "end of activity"),
    /** It should never have been declared. */
    ERROR("déclaration faite par erreur", "declared by mistake"),
    /** The place is closed. */
    CLOSED("lieu fermé", "place closed");

    private final String french;
    private final String english;

    WithdrawalReason(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** For the professional, in French. */
    public String french() {
        return french;
    }

    /** The same in English. */
    public String english() {
        return english;
    }
}
