package io.github.pscsdk.relyingparty.internal.json;

/** OIDs of the ANS nomenclatures (NOS) that give the codes in UserInfo their meaning. */
final class CodeSystems {
    /** {@code codeProfession}: the set that groups tables G15, R94, R95 and R291, as PSC itself writes in SubjectRole. */
    static final String PROFESSION = "1.2.250.1.213.1.1.5.5";
    /** {@code codeCategorieProfessionnelle}: TRE_R09. */
    static final String CATEGORY = "1.2.250.1.213.1.6.1.10";
    /** {@code codeCivilite}: TRE_R81. */
    static final String CIVILITY = "1.2.250.1.213.1.6.1.69";
    /** {@code codeCiviliteDexercice}: TRE_R11. */
    static final String PROFESSIONAL_CIVILITY = "1.2.250.1.213.1.6.1.11";
    /** {@code codeTypeSavoirFaire}: TRE_R04. */
    static final String EXPERTISE_KIND = "1.2.250.1.213.1.6.1.16";
    /** {@code codeSavoirFaire}: tables R38 to R40, R42 to R44, R97, G13. */
    static final String EXPERTISE = "1.2.250.1.71.4.2.5";
    /** {@code codeModeExercice}: TRE_R23. */
    static final String MODE = "1.2.250.1.213.1.6.1.18";
    /** {@code codeSecteurDactivite}: TRE_R02. */
    static final String SECTOR = "1.2.250.1.71.4.2.4";
    /** {@code codeSectionPharmacien}: TRE_G05. */
    static final String PHARMACIST_SECTION = "1.2.250.1.71.4.2.6";
    /** {@code codeGenreActivite}: TRE_R22. */
    static final String ACTIVITY_KIND = "1.2.250.1.213.1.6.1.19";
    /** {@code codeRole}: empty, since no public document names the table. */
    static final String ROLE = "";

    private CodeSystems() {}
}
