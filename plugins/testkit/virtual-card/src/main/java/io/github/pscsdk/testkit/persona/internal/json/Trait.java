package io.github.pscsdk.testkit.persona.internal.json;

/** Spellings of the UserInfo document that were recorded over the years (pro-sante-connect, section 5.7). */
enum Trait {
    /** {@code otherIDs} instead of {@code otherIds}: variant (a), 2022. */
    OTHER_IDS_OF_2022,
    /** {@code codeCivilite} and {@code codeGenreActivite} at top level: variant (b), late 2023. */
    CIVILITY_ON_TOP,
    /** No {@code authMode}: variant (c). */
    NO_AUTH_MODE,
    /** {@code email_verified: false}: variant (d), until 2022. */
    EMAIL_VERIFIED,
    /** {@code SubjectOrganizationID} is empty: variant (e), identities of EDIT. */
    NO_ORGANIZATION_ID,
    /** No professional data at all: variant (h). */
    MINIMAL
}
