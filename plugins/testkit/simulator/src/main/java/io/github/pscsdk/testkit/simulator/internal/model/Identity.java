package io.github.pscsdk.testkit.simulator.internal.model;

/**
 * By which identifier the tokens and UserInfo name a person (pro-sante-connect, section 15.2). The {@code sub} stays
 * what it was. The look of the identifiers is a guess.
 */
public enum Identity {
    /** One of Pro Santé Identité alone: the person has no RPPS. */
    PSI,
    /** The same, told by {@code PSISubjectNameID} alone: there is no {@code SubjectNameID}. */
    PSI_CLAIM,
    /** The usual one, merged with one of Pro Santé Identité, which {@code otherIds} names too. */
    MERGED,
    /** Another one than before, as after a correction in the register. */
    CHANGED
}
