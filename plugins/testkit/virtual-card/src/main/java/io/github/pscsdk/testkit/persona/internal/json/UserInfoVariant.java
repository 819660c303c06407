package io.github.pscsdk.testkit.persona.internal.json;

/** A recorded shape of the UserInfo document (pro-sante-connect, section 5.7), for any professional. */
public enum UserInfoVariant {
    /** (a) {@code otherIDs} instead of {@code otherIds}, as in 2022. */
    A_OTHER_IDS_OF_2022,
    /** (b) {@code codeCivilite} and {@code codeGenreActivite} at top level, as in late 2023. */
    B_CIVILITY_ON_TOP,
    /** (c) No {@code authMode}. */
    C_NO_AUTH_MODE,
    /** (d) {@code email_verified: false}, as until 2022. */
    D_EMAIL_VERIFIED,
    /** (e) The identifier's {@code origine} is {@code EDIT}, and {@code SubjectOrganizationID} is empty. */
    E_EDIT_IDENTITY,
    /** (f) Five activities in the first practice. */
    F_FIVE_ACTIVITIES,
    /** (g) The first practice twice. */
    G_SAME_PRACTICE_TWICE,
    /** (h) No professional data. */
    H_MINIMAL,
    /** (i) One more practice, which has no member {@code activities}. */
    I_PRACTICE_WITHOUT_ACTIVITIES
}
