package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Contact;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Structure;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * UserInfo in the types of the contract: empty strings become absent, codes keep their spelling. A session keeps it, so
 * texts and lists beyond all that PSC was seen to send are cut.
 *
 * @param subject {@code sub}; empty where the answer has none
 * @param professional empty where the answer has neither a usable {@code SubjectNameID} nor, instead of any, a usable
 *     {@code PSISubjectNameID}
 */
public record UserInfo(String subject, Optional<String> authMode, Optional<Professional> professional) {
    private static final int MAX_TEXT = 1_024;
    // Of other identifiers, of practices, and of the workplaces of one.
    private static final int MAX_ENTRIES = 64;
    // Of all entries of a list, written as JSON with all that is absent, which is about what they take as objects.
    private static final int MAX_BYTES = 64 * 1024;
    // Of a character, in times of the bytes that it came with, and of an entry beside its texts.
    private static final int LONGER = 3;
    private static final int MAX_EMPTY = 2_048;

    /** Reads that of Pro Santé Connect. */
    public static UserInfo read(byte[] json) throws UnreadableJsonException {
        return read(json, false);
    }

    /**
     * @param plain whether it may be of any provider: {@code sub} is who it is about where there is no {@code
     *     SubjectNameID}
     */
    public static UserInfo read(byte[] json, boolean plain) throws UnreadableJsonException {
        var root = RelyingPartyJson.readObject(json, UserInfo.class);
        try {
            return new Document(root, !surelyFits(json)).userInfo(plain);
        } catch (RuntimeException e) {
            throw new UnreadableJsonException(UserInfo.class, e);
        }
    }

    /** As of every document that PSC was seen to write: nothing has to be counted. */
    private static boolean surelyFits(byte[] json) {
        var entries = 0;
        for (var letter : json) {
            entries += letter == '{' ? 1 : 0;
        }
        return LONGER * json.length + MAX_EMPTY * entries <= MAX_BYTES;
    }

    @Override
    public String toString() {
        return "UserInfo[]";
    }

    /**
     * UserInfo as PSC writes it. Any member may be missing or empty: variants of several years are in use. Members that
     * repeat the first activity are left unread. The OIDs are those of the ANS nomenclatures (NOS).
     *
     * @param counted whether its lists may be longer than a session keeps
     */
    private record Document(JsonNode root, boolean counted) {
        private UserInfo userInfo(boolean plain) {
            var subject = name("sub");
            var nationalId = name("SubjectNameID");
            var psi = name("PSISubjectNameID")
                    .filter(name -> IdTokenClaims.idOf(name)
                            .filter(id -> id.kind() == NationalId.Kind.PSI)
                            .isPresent());
            // Whom PSI enrolled without an RPPS number; beside a SubjectNameID the same person's account.
            var named = nationalId
                    .or(() -> psi)
                    .or(() -> plain && !root.hasNonNull("SubjectNameID") ? subject : Optional.empty());
            return new UserInfo(
                    subject.orElse(""),
                    text(root, "authMode"),
                    named.flatMap(IdTokenClaims::idOf).map(this::professional));
        }

        /** A member that names the person is a text, or the document cannot be trusted. */
        private Optional<String> name(String member) {
            var value = root.path(member);
            if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
                throw new IllegalArgumentException("no text");
            }
            return text(root, member);
        }

        private Professional professional(NationalId id) {
            var reference = objects(root, "SubjectRefPro").findFirst();
            return new Professional(
                    id,
                    text(root, "family_name").orElse(""),
                    text(root, "given_name").map(List::of).orElse(List.of()),
                    // At top level since late 2023. TRE_R81.
                    coded(root, "codeCivilite", "1.2.250.1.213.1.6.1.69")
                            .or(() -> reference.flatMap(
                                    refPro -> coded(refPro, "codeCivilite", "1.2.250.1.213.1.6.1.69"))),
                    otherIds(),
                    practices(reference
                            .map(refPro -> objects(refPro, "exercices").limit(MAX_ENTRIES))
                            .orElse(Stream.empty())));
        }

        /** Since 2022, first in the second spelling. */
        private List<OtherId> otherIds() {
            return kept(Stream.concat(objects(root, "otherIds"), objects(root, "otherIDs"))
                    // A cut identifier would be another person's.
                    .filter(entry -> entry.path("identifiant").asText().length() <= MAX_TEXT)
                    .flatMap(entry ->
                            text(entry, "identifiant")
                                    .map(value -> new OtherId(
                                            value, text(entry, "origine").orElse("")))
                                    .stream())
                    .distinct()
                    .limit(MAX_ENTRIES)
                    .toList());
        }

        private List<Practice> practices(Stream<JsonNode> entries) {
            // A practice without its profession says nothing, and the contract's type has no place for it.
            var practices = entries.filter(
                            entry -> text(entry, "codeProfession").isPresent())
                    .toList();
            var activities = practices.stream()
                    .mapToLong(entry -> objects(entry, "activities").count())
                    .sum();
            // Late-2023 documents write it at top level: whose it is, is sure only of one activity.
            var onlyKind = activities == 1
                    ? coded(root, "codeGenreActivite", "1.2.250.1.213.1.6.1.19")
                    : Optional.<CodedValue>empty();
            return kept(
                    practices.stream().map(entry -> practice(entry, onlyKind)).toList());
        }

        private static Practice practice(JsonNode entry, Optional<CodedValue> onlyKind) {
            return new Practice(
                    // The set that groups tables G15, R94, R95 and R291, as PSC itself writes in SubjectRole.
                    coded(entry, "codeProfession", "1.2.250.1.213.1.1.5.5").orElseThrow(),
                    // TRE_R09
                    coded(entry, "codeCategorieProfessionnelle", "1.2.250.1.213.1.6.1.10"),
                    // TRE_R11
                    coded(entry, "codeCiviliteDexercice", "1.2.250.1.213.1.6.1.11"),
                    text(entry, "nomDexercice"),
                    text(entry, "prenomDexercice"),
                    // TRE_R04
                    coded(entry, "codeTypeSavoirFaire", "1.2.250.1.213.1.6.1.16"),
                    // Tables R38 to R40, R42 to R44, R97, G13.
                    coded(entry, "codeSavoirFaire", "1.2.250.1.71.4.2.5"),
                    objects(entry, "activities")
                            .limit(MAX_ENTRIES)
                            .map(activity -> workplace(activity, onlyKind))
                            .toList());
        }

        private static Workplace workplace(JsonNode entry, Optional<CodedValue> onlyKind) {
            return new Workplace(
                    // TRE_R23
                    coded(entry, "codeModeExercice", "1.2.250.1.213.1.6.1.18"),
                    // TRE_R02
                    coded(entry, "codeSecteurDactivite", "1.2.250.1.71.4.2.4"),
                    // TRE_G05
                    coded(entry, "codeSectionPharmacien", "1.2.250.1.71.4.2.6"),
                    // No public document names the table.
                    coded(entry, "codeRole", ""),
                    // TRE_R22
                    coded(entry, "codeGenreActivite", "1.2.250.1.213.1.6.1.19").or(() -> onlyKind),
                    new Structure(
                            text(entry, "numeroSiretSite"),
                            text(entry, "numeroSirenSite"),
                            text(entry, "numeroFinessSite"),
                            text(entry, "numeroFinessetablissementJuridique"),
                            text(entry, "identifiantTechniqueDeLaStructure"),
                            text(entry, "ancienIdentifiantDeLaStructure"),
                            text(entry, "raisonSocialeSite"),
                            text(entry, "enseigneCommercialeSite")),
                    new PostalAddress(
                            text(entry, "complementDestinataire"),
                            text(entry, "complementPointGeographique"),
                            text(entry, "numeroVoie"),
                            text(entry, "indiceRepetitionVoie"),
                            text(entry, "codeTypeDeVoie"),
                            text(entry, "libelleVoie"),
                            text(entry, "mentionDistribution"),
                            text(entry, "bureauCedex"),
                            text(entry, "codePostal"),
                            text(entry, "codeCommune"),
                            text(entry, "codeDepartement"),
                            text(entry, "codePays")),
                    new Contact(
                            text(entry, "telephone"),
                            text(entry, "telephone2"),
                            text(entry, "telecopie"),
                            text(entry, "adresseEMail")),
                    text(entry, "autoriteDenregistrement"));
        }

        private <T extends Record> List<T> kept(List<T> entries) {
            if (!counted) {
                return entries;
            }
            List<T> kept = new ArrayList<>();
            var left = MAX_BYTES;
            for (var entry : entries) {
                left -= RelyingPartyJson.length(entry);
                if (left < 0) {
                    break;
                }
                kept.add(entry);
            }
            return List.copyOf(kept);
        }

        private static Stream<JsonNode> objects(JsonNode object, String member) {
            var value = object.path(member);
            return (value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value))
                    .filter(JsonNode::isObject);
        }

        private static Optional<CodedValue> coded(JsonNode object, String member, String system) {
            return text(object, member).map(code -> new CodedValue(system, code));
        }

        /** A text, or a number or a boolean as text; empty where it is blank, or something else. */
        private static Optional<String> text(JsonNode object, String member) {
            var value = object.path(member);
            return value.isValueNode() && !value.isNull()
                    ? Optional.of(value.asText())
                            .filter(text -> !text.isBlank())
                            .map(Document::cut)
                    : Optional.empty();
        }

        private static String cut(String value) {
            if (value.length() <= MAX_TEXT) {
                return value;
            }
            // Not within a character of two units.
            return value.substring(0, Character.isHighSurrogate(value.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
        }

        @Override
        public String toString() {
            return "Document[]";
        }
    }
}
