package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Composes a UserInfo document as Pro Santé Connect spells it: flat strings, {@code ""} where there is nothing. */
final class UserInfoDocument {
    /** Members of an activity in the order of the recorded documents; odd capitals are PSC's. */
    private static final List<String> ACTIVITY = names("""
            codeModeExercice codeSecteurDactivite codeSectionPharmacien codeRole codeGenreActivite
            numeroSiretSite numeroSirenSite numeroFinessSite numeroFinessetablissementJuridique
            identifiantTechniqueDeLaStructure raisonSocialeSite enseigneCommercialeSite
            complementDestinataire complementPointGeographique numeroVoie indiceRepetitionVoie
            codeTypeDeVoie libelleVoie mentionDistribution bureauCedex codePostal codeCommune codePays
            telephone telephone2 telecopie adresseEMail codeDepartement ancienIdentifiantDeLaStructure
            autoriteDenregistrement""");

    private static final List<String> PRACTICE = names("""
            codeProfession codeCategorieProfessionnelle codeCiviliteDexercice nomDexercice prenomDexercice
            codeTypeSavoirFaire codeSavoirFaire""");

    private static final int ACTIVITIES = 5;

    private final PersonaEntry.Row row;
    private final List<ObjectNode> practices;
    private final Set<UserInfoVariant> variants;

    UserInfoDocument(PersonaEntry.Row row, List<ObjectNode> practices, Set<UserInfoVariant> variants) {
        this.row = row;
        this.practices = new ArrayList<>(practices);
        this.variants = variants;
        if (variants.contains(UserInfoVariant.F_FIVE_ACTIVITIES)) {
            this.practices.set(0, withFiveActivities(practices.get(0)));
        }
        if (variants.contains(UserInfoVariant.G_SAME_PRACTICE_TWICE)) {
            this.practices.add(practices.get(0));
        }
        if (variants.contains(UserInfoVariant.I_PRACTICE_WITHOUT_ACTIVITIES)) {
            this.practices.add(practices.get(0).deepCopy().without("activities"));
        }
    }

    JsonObjectBuilder compose(String sub, String authMode) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("sub", sub);
        document.put("SubjectNameID", row.nationalId());
        document.put("preferred_username", row.nationalId());
        document.put("given_name", String.join(" ", row.givenNames()));
        document.put("family_name", row.familyName());
        if (has(UserInfoVariant.H_MINIMAL)) {
            document.put("codeCivilite", row.civility());
            return new JsonObjectBuilder(document);
        }
        addMeans(document, authMode);
        addOtherIds(document);
        addOrganization(document);
        addProfession(document);
        return new JsonObjectBuilder(document);
    }

    private void addMeans(ObjectNode document, String authMode) {
        if (!has(UserInfoVariant.C_NO_AUTH_MODE)) {
            document.put("authMode", authMode);
        }
        if (has(UserInfoVariant.D_EMAIL_VERIFIED)) {
            document.put("email_verified", false);
        }
        document.put("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1");
        document.put("Acces_Regulation_Medicale", "FAUX");
        document.put("Mode_Acces_Raison", "");
        document.put("UITVersion", "1.0");
        document.put("PSI_Locale", "1.2.250.1.213.1.3.1.1");
    }

    private void addOtherIds(ObjectNode document) {
        var origin = has(UserInfoVariant.E_EDIT_IDENTITY) ? "EDIT" : row.origin();
        if (!origin.isEmpty()) {
            document.putArray(has(UserInfoVariant.A_OTHER_IDS_OF_2022) ? "otherIDs" : "otherIds")
                    .addObject()
                    .put("identifiant", row.nationalId())
                    .put("origine", origin)
                    .put("qualite", 1);
        }
    }

    /** The structure and the sector are those of the first activity, never an array. */
    private void addOrganization(ObjectNode document) {
        firstActivity().ifPresent(first -> {
            document.put("Secteur_Activite", text(first, "codeSecteurDactivite") + "^1.2.250.1.71.4.2.4");
            document.put("SubjectOrganization", text(first, "raisonSocialeSite"));
            document.put(
                    "SubjectOrganizationID",
                    has(UserInfoVariant.E_EDIT_IDENTITY) ? "" : text(first, "identifiantTechniqueDeLaStructure"));
        });
    }

    private void addProfession(ObjectNode document) {
        var roles = document.putArray("SubjectRole");
        practices.stream()
                .map(practice -> text(practice, "codeProfession") + "^1.2.250.1.213.1.1.5.5")
                .distinct()
                .forEach(roles::add);
        var professional = document.putObject("SubjectRefPro");
        if (has(UserInfoVariant.B_CIVILITY_ON_TOP)) {
            document.put("codeCivilite", row.civility());
            firstActivity().ifPresent(a -> document.put("codeGenreActivite", text(a, "codeGenreActivite")));
        } else {
            professional.put("codeCivilite", row.civility());
        }
        var all = professional.putArray("exercices");
        practices.forEach(practice -> addPractice(all.addObject(), practice));
    }

    private void addPractice(ObjectNode target, ObjectNode practice) {
        PRACTICE.forEach(name -> target.put(name, text(practice, name)));
        target.put("nomDexercice", row.familyName());
        target.put("prenomDexercice", row.givenNames().get(0));
        if (practice.has("activities")) {
            var activities = target.putArray("activities");
            practice.get("activities").forEach(activity -> {
                var full = activities.addObject();
                ACTIVITY.forEach(name -> full.put(name, text(activity, name)));
            });
        }
    }

    private static List<String> names(String text) {
        return List.of(text.split("\\s+"));
    }

    private Optional<JsonNode> firstActivity() {
        return practices.stream().flatMap(UserInfoDocument::activities).findFirst();
    }

    private static Stream<JsonNode> activities(ObjectNode practice) {
        return StreamSupport.stream(practice.path("activities").spliterator(), false);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static ObjectNode withFiveActivities(ObjectNode practice) {
        var known = practice.path("activities").path(0);
        var five = practice.deepCopy();
        five.putArray("activities").addAll(Collections.nCopies(ACTIVITIES, known));
        return five;
    }

    private boolean has(UserInfoVariant variant) {
        return variants.contains(variant);
    }
}
