package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.api.CodedValue;
import io.github.pscsdk.api.Contact;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.PostalAddress;
import io.github.pscsdk.api.Practice;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.api.Structure;
import io.github.pscsdk.api.Workplace;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What UserInfo says, in the types of the contract: empty strings become absent, codes keep their spelling. A session keeps it, so what is
 * beyond all that PSC was seen to say is left out: texts are cut, and of lists the rest is dropped.
 *
 * @param subject {@code sub}: must be the one of the ID token; empty where the answer has none
 * @param authMode the means, such as {@code CARD}
 * @param professional empty where the answer has no usable {@code SubjectNameID}
 */
public record UserInfo(String subject, Optional<String> authMode, Optional<Professional> professional) {

    private static final int MAX_TEXT = 1_024;
    // Of other identifiers, of practices, and of the workplaces of one.
    private static final int MAX_ENTRIES = 64;
    // Of all entries together, written as JSON, which is about what they take as objects.
    private static final int MAX_BYTES = 128 * 1024;

    public static UserInfo read(byte[] json) throws UnreadableJsonException {
        return read(json, UserInfoDocument::nationalId);
    }

    /** Reads one that may be of any provider: {@code sub} is who it is about where there is no {@code SubjectNameID}. */
    public static UserInfo readPlain(byte[] json) throws UnreadableJsonException {
        return read(json, document -> document.nationalId() == null ? document.subject() : document.nationalId());
    }

    private static UserInfo read(byte[] json, Function<UserInfoDocument, String> nationalId)
            throws UnreadableJsonException {
        var document = Json.read(Json.LENIENT, json, UserInfoDocument.class);
        try {
            return document.userInfo(nationalId.apply(document));
        } catch (RuntimeException e) {
            throw new UnreadableJsonException(UserInfo.class, e);
        }
    }

    /** What is left for entries; once there is one that does not fit, none does. */
    private static final class Room {
        private int left = MAX_BYTES;

        boolean takes(Record entry) {
            left = left < 0 ? left : left - Json.write(entry).length;
            return left >= 0;
        }
    }

    /** Prints no value: all of it is personal data. */
    @Override
    public String toString() {
        return "UserInfo[]";
    }

    /**
     * As PSC writes it, odd capitals included. Any component may be null or empty: variants of several years and
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
                @JsonProperty("origine") String origin) {
            private OtherId otherId() {
                return new OtherId(value, text(origin).orElse(""));
            }
        }

        /** @param civility its place until 2023 */
        record Reference(
                @JsonProperty("codeCivilite") String civility,
                @JsonProperty("exercices") List<PracticeEntry> practices) {}

        record PracticeEntry(
                @JsonProperty("codeProfession") String profession,

                @JsonProperty("codeCategorieProfessionnelle")
                String category,

                @JsonProperty("codeCiviliteDexercice") String civility,
                @JsonProperty("nomDexercice") String familyName,
                @JsonProperty("prenomDexercice") String givenName,
                @JsonProperty("codeTypeSavoirFaire") String expertiseKind,
                @JsonProperty("codeSavoirFaire") String expertise,
                @JsonProperty("activities") List<ActivityEntry> activities) {
            private Optional<Practice> practice(Room room) {
                var practice = new Practice(
                        coded(CodeSystems.PROFESSION, profession).orElseThrow(),
                        coded(CodeSystems.CATEGORY, category),
                        coded(CodeSystems.PROFESSIONAL_CIVILITY, civility),
                        text(familyName),
                        text(givenName),
                        coded(CodeSystems.EXPERTISE_KIND, expertiseKind),
                        coded(CodeSystems.EXPERTISE, expertise),
                        List.of());
                return room.takes(practice) ? Optional.of(with(practice, workplaces(room))) : Optional.empty();
            }

            private List<Workplace> workplaces(Room room) {
                return each(activities)
                        .limit(MAX_ENTRIES)
                        .map(ActivityEntry::workplace)
                        .takeWhile(room::takes)
                        .toList();
            }
        }

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

                @JsonProperty("ancienIdentifiantDeLaStructure")
                String formerId,

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
                @JsonProperty("autoriteDenregistrement") String registeredBy) {
            private Workplace workplace() {
                return new Workplace(
                        coded(CodeSystems.MODE, mode),
                        coded(CodeSystems.SECTOR, sector),
                        coded(CodeSystems.PHARMACIST_SECTION, pharmacistSection),
                        coded(CodeSystems.ROLE, role),
                        coded(CodeSystems.ACTIVITY_KIND, activityKind),
                        structure(),
                        address(),
                        new Contact(text(telephone), text(secondTelephone), text(fax), text(email)),
                        text(registeredBy));
            }

            private Structure structure() {
                return new Structure(
                        text(siret),
                        text(siren),
                        text(finess),
                        text(legalEntityFiness),
                        text(technicalId),
                        text(formerId),
                        text(legalName),
                        text(tradeName));
            }

            private PostalAddress address() {
                return new PostalAddress(
                        text(recipient),
                        text(building),
                        text(number),
                        text(repetition),
                        text(streetType),
                        text(street),
                        text(distribution),
                        text(locality),
                        text(postcode),
                        text(commune),
                        text(department),
                        text(country));
            }
        }

        private UserInfo userInfo(String id) {
            return new UserInfo(text(subject).orElse(""), text(authMode), id(id).map(this::professional));
        }

        private static Optional<NationalId> id(String value) {
            try {
                return text(value).map(NationalId::new);
            } catch (IllegalArgumentException e) {
                // Not echoed and not kept: it might be anybody's.
                return Optional.empty();
            }
        }

        private Professional professional(NationalId id) {
            var refPro = Optional.ofNullable(reference);
            var room = new Room();
            return new Professional(
                    id,
                    text(familyName).orElse(""),
                    text(givenName).map(List::of).orElse(List.of()),
                    text(civility)
                            .or(() -> refPro.map(Reference::civility).filter(code -> !code.isBlank()))
                            .map(code -> new CodedValue(CodeSystems.CIVILITY, code)),
                    Stream.concat(each(otherIds), each(olderOtherIds))
                            // One that is cut would be another's.
                            .filter(other -> text(other.value())
                                    .filter(text -> text.equals(other.value()))
                                    .isPresent())
                            .map(Identifier::otherId)
                            .distinct()
                            .limit(MAX_ENTRIES)
                            .takeWhile(room::takes)
                            .toList(),
                    practices(refPro.map(Reference::practices).orElse(List.of()), room));
        }

        private List<Practice> practices(List<PracticeEntry> entries, Room room) {
            // A practice without its profession says nothing, and the contract's type has no place for it.
            var practices = each(entries)
                    .filter(entry -> text(entry.profession()).isPresent())
                    .limit(MAX_ENTRIES)
                    .flatMap(entry -> entry.practice(room).stream())
                    .toList();
            var kind = coded(CodeSystems.ACTIVITY_KIND, activityKind);
            return kind.isEmpty() ? practices : withKindOfOnlyWorkplace(practices, kind.get());
        }

        /**
         * Late-2023 documents write the kind of activity at top level. Which activity it belongs to is sure only where there
         * is one.
         */
        private static List<Practice> withKindOfOnlyWorkplace(List<Practice> practices, CodedValue kind) {
            var all = practices.stream().flatMap(p -> p.workplaces().stream()).toList();
            if (all.size() != 1 || all.get(0).activityKind().isPresent()) {
                return practices;
            }
            var only = withKind(all.get(0), kind);
            return practices.stream()
                    .map(p -> p.workplaces().isEmpty() ? p : with(p, List.of(only)))
                    .toList();
        }

        private static Practice with(Practice p, List<Workplace> workplaces) {
            return new Practice(
                    p.profession(),
                    p.category(),
                    p.civility(),
                    p.familyName(),
                    p.givenName(),
                    p.expertiseKind(),
                    p.expertise(),
                    workplaces);
        }

        private static Workplace withKind(Workplace w, CodedValue kind) {
            return new Workplace(
                    w.mode(),
                    w.sector(),
                    w.pharmacistSection(),
                    w.role(),
                    Optional.of(kind),
                    w.structure(),
                    w.address(),
                    w.contact(),
                    w.registeredBy());
        }

        private static <T> Stream<T> each(List<T> list) {
            return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
        }

        private static Optional<String> text(String value) {
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(cut(value));
        }

        private static String cut(String value) {
            if (value.length() <= MAX_TEXT) {
                return value;
            }
            // Not within a character of two units.
            return value.substring(0, Character.isHighSurrogate(value.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
        }

        private static Optional<CodedValue> coded(String system, String code) {
            return text(code).map(present -> new CodedValue(system, present));
        }

        /** Prints no value: all of it is personal data. */
        @Override
        public String toString() {
            return "UserInfoDocument[]";
        }
    }
}
