package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * UserInfo as PSC writes it, odd capitals included. Any component may be null or empty: variants of several years and
 * clients are in use. Members that repeat the first activity ({@code Secteur_Activite}, {@code SubjectOrganization} and
 * others) are left unread.
 *
 * @param otherIds since 2022
 * @param olderOtherIds the same, spelling of 2022
 * @param civility its place in late 2023
 * @param activityKind of the only activity, where late-2023 documents write it
 */
record UserInfoDocument(
        @JsonProperty("sub") String subject,
        @JsonProperty("SubjectNameID") String nationalId,
        @JsonProperty("family_name") String familyName,
        @JsonProperty("given_name") String givenName,
        @JsonProperty("authMode") String authMode,
        @JsonProperty("otherIds") List<Identifier> otherIds,
        @JsonProperty("otherIDs") List<Identifier> olderOtherIds,
        @JsonProperty("codeCivilite") String civility,
        @JsonProperty("codeGenreActivite") String activityKind,
        @JsonProperty("SubjectRefPro") Reference reference) {

    record Identifier(
            @JsonProperty("identifiant") String value,
            @JsonProperty("origine") String origin) {}

    /** @param civility its place until 2023 */
    record Reference(
            @JsonProperty("codeCivilite") String civility,
            @JsonProperty("exercices") List<PracticeEntry> practices) {}

    record PracticeEntry(
            @JsonProperty("codeProfession") String profession,
            @JsonProperty("codeCategorieProfessionnelle") String category,
            @JsonProperty("codeCiviliteDexercice") String civility,
            @JsonProperty("nomDexercice") String familyName,
            @JsonProperty("prenomDexercice") String givenName,
            @JsonProperty("codeTypeSavoirFaire") String expertiseKind,
            @JsonProperty("codeSavoirFaire") String expertise,
            @JsonProperty("activities") List<ActivityEntry> activities) {}

    record ActivityEntry(
            @JsonProperty("codeModeExercice") String mode,
            @JsonProperty("codeSecteurDactivite") String sector,
            @JsonProperty("codeSectionPharmacien") String pharmacistSection,
            @JsonProperty("codeRole") String role,
            @JsonProperty("codeGenreActivite") String activityKind,
            @JsonProperty("numeroSiretSite") String siret,
            @JsonProperty("numeroSirenSite") String siren,
            @JsonProperty("numeroFinessSite") String finess,

            @JsonProperty("numeroFinessetablissementJuridique")
            String legalEntityFiness,

            @JsonProperty("identifiantTechniqueDeLaStructure")
            String technicalId,

            @JsonProperty("ancienIdentifiantDeLaStructure") String formerId,
            @JsonProperty("raisonSocialeSite") String legalName,
            @JsonProperty("enseigneCommercialeSite") String tradeName,
            @JsonProperty("complementDestinataire") String recipient,
            @JsonProperty("complementPointGeographique") String building,
            @JsonProperty("numeroVoie") String number,
            @JsonProperty("indiceRepetitionVoie") String repetition,
            @JsonProperty("codeTypeDeVoie") String streetType,
            @JsonProperty("libelleVoie") String street,
            @JsonProperty("mentionDistribution") String distribution,
            @JsonProperty("bureauCedex") String locality,
            @JsonProperty("codePostal") String postcode,
            @JsonProperty("codeCommune") String commune,
            @JsonProperty("codeDepartement") String department,
            @JsonProperty("codePays") String country,
            @JsonProperty("telephone") String telephone,
            @JsonProperty("telephone2") String secondTelephone,
            @JsonProperty("telecopie") String fax,
            @JsonProperty("adresseEMail") String email,
            @JsonProperty("autoriteDenregistrement") String registeredBy) {}

    /** Prints no value: all of it is personal data. */
    @Override
    public String toString() {
        return "UserInfoDocument[]";
    }
}
