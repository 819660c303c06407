package io.github.pscsdk.relyingparty.internal.json;

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
import io.github.pscsdk.relyingparty.internal.json.ObjectShape.Member;
import io.github.pscsdk.relyingparty.internal.json.ObjectShape.Read;
import io.github.pscsdk.relyingparty.internal.json.ObjectShape.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * UserInfo as PSC writes it, odd capitals included. Any member may be missing or empty: variants of several years and clients are in use.
 * Members that repeat the first activity ({@code Secteur_Activite}, {@code SubjectOrganization} and others) are left unread.
 */
final class UserInfoDocument {
    private static final int MAX_TEXT = 1_024;
    // Of other identifiers, of practices, and of the workplaces of one.
    private static final int MAX_ENTRIES = 64;
    // Of all entries together, written as JSON, which is about what they take as objects.
    private static final int MAX_BYTES = 128 * 1024;

    private static final ObjectShape<Root> SHAPE = new ObjectShape<>(Root.class);

    private final Read<Root> root;
    private final int length;

    private UserInfoDocument(Read<Root> root, int length) {
        this.root = root;
        this.length = length;
    }

    private enum Root implements Member {
        SUBJECT("sub", StrictValues::text),
        NATIONAL_ID("SubjectNameID", StrictValues::text),
        /** Since 2026. */
        PSI_ID("PSISubjectNameID", StrictValues::text),
        FAMILY_NAME("family_name"),
        GIVEN_NAME("given_name"),
        AUTH_MODE("authMode"),
        /** Since 2022. */
        OTHER_IDS("otherIds", ObjectShape.objects(OtherIdMember.class)),
        /** The same, spelling of 2022. */
        OLDER_OTHER_IDS("otherIDs", ObjectShape.objects(OtherIdMember.class)),
        /** Its place in late 2023. */
        CIVILITY("codeCivilite"),
        /** Of the only activity, where late-2023 documents write it. */
        ACTIVITY_KIND("codeGenreActivite"),
        REFERENCE("SubjectRefPro", ObjectShape.objects(Reference.class));

        private final String json;
        private final Value value;

        Root(String json) {
            this(json, ObjectShape.TEXT);
        }

        Root(String json, Value value) {
            this.json = json;
            this.value = value;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public Value value() {
            return value;
        }
    }

    private enum OtherIdMember implements Member {
        VALUE("identifiant"),
        ORIGIN("origine");

        private final String json;

        OtherIdMember(String json) {
            this.json = json;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public Value value() {
            return ObjectShape.TEXT;
        }
    }

    private enum Reference implements Member {
        /** Its place until 2023. */
        CIVILITY("codeCivilite", ObjectShape.TEXT),
        PRACTICES("exercices", ObjectShape.objects(PracticeMember.class));

        private final String json;
        private final Value value;

        Reference(String json, Value value) {
            this.json = json;
            this.value = value;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public Value value() {
            return value;
        }
    }

    /** A member that may hold a code of a nomenclature. */
    private interface Coded extends Member {
        /** The nomenclature; null where the member holds a text. */
        String system();
    }

    private enum PracticeMember implements Coded {
        PROFESSION("codeProfession", CodeSystems.PROFESSION),
        CATEGORY("codeCategorieProfessionnelle", CodeSystems.CATEGORY),
        CIVILITY("codeCiviliteDexercice", CodeSystems.PROFESSIONAL_CIVILITY),
        FAMILY_NAME("nomDexercice", null),
        GIVEN_NAME("prenomDexercice", null),
        EXPERTISE_KIND("codeTypeSavoirFaire", CodeSystems.EXPERTISE_KIND),
        EXPERTISE("codeSavoirFaire", CodeSystems.EXPERTISE),
        ACTIVITIES("activities", null);

        private static final PracticeMember[] ALL = values();
        private static final Value WORKPLACES = ObjectShape.objects(Activity.class);

        private final String json;
        private final String system;

        PracticeMember(String json, String system) {
            this.json = json;
            this.system = system;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public String system() {
            return system;
        }

        @Override
        public Value value() {
            return this == ACTIVITIES ? WORKPLACES : ObjectShape.TEXT;
        }
    }

    private enum Activity implements Coded {
        MODE("codeModeExercice", CodeSystems.MODE),
        SECTOR("codeSecteurDactivite", CodeSystems.SECTOR),
        PHARMACIST_SECTION("codeSectionPharmacien", CodeSystems.PHARMACIST_SECTION),
        ROLE("codeRole", CodeSystems.ROLE),
        KIND("codeGenreActivite", CodeSystems.ACTIVITY_KIND),
        SIRET("numeroSiretSite", null),
        SIREN("numeroSirenSite", null),
        FINESS("numeroFinessSite", null),
        LEGAL_ENTITY_FINESS("numeroFinessetablissementJuridique", null),
        TECHNICAL_ID("identifiantTechniqueDeLaStructure", null),
        FORMER_ID("ancienIdentifiantDeLaStructure", null),
        LEGAL_NAME("raisonSocialeSite", null),
        TRADE_NAME("enseigneCommercialeSite", null),
        RECIPIENT("complementDestinataire", null),
        BUILDING("complementPointGeographique", null),
        NUMBER("numeroVoie", null),
        REPETITION("indiceRepetitionVoie", null),
        STREET_TYPE("codeTypeDeVoie", null),
        STREET("libelleVoie", null),
        DISTRIBUTION("mentionDistribution", null),
        LOCALITY("bureauCedex", null),
        POSTCODE("codePostal", null),
        COMMUNE("codeCommune", null),
        DEPARTMENT("codeDepartement", null),
        COUNTRY("codePays", null),
        TELEPHONE("telephone", null),
        SECOND_TELEPHONE("telephone2", null),
        FAX("telecopie", null),
        EMAIL("adresseEMail", null),
        REGISTERED_BY("autoriteDenregistrement", null);

        private static final Activity[] ALL = values();

        private final String json;
        private final String system;

        Activity(String json, String system) {
            this.json = json;
            this.system = system;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public String system() {
            return system;
        }

        @Override
        public Value value() {
            return ObjectShape.TEXT;
        }
    }

    static UserInfoDocument read(byte[] json) throws UnreadableJsonException {
        try (var parser = Json.parser(json)) {
            return new UserInfoDocument(SHAPE.readOnly(parser), json.length);
        } catch (IOException | RuntimeException e) {
            // Of the second kind, too: numbers may be beyond what Java computes with.
            throw new UnreadableJsonException(UserInfoDocument.class, e);
        }
    }

    /** @param plain whether {@code sub} is who it is about where there is no {@code SubjectNameID}, and nobody else is named */
    UserInfo userInfo(boolean plain) throws UnreadableJsonException {
        try {
            var named = text(root, Root.NATIONAL_ID).or(this::psiId);
            var takesSubject = plain && root.text(Root.NATIONAL_ID) == null;
            return new UserInfo(
                    text(root, Root.SUBJECT).orElse(""),
                    text(root, Root.AUTH_MODE),
                    named.or(() -> takesSubject ? text(root, Root.SUBJECT) : Optional.empty())
                            .flatMap(UserInfoDocument::id)
                            .map(this::professional));
        } catch (RuntimeException e) {
            throw new UnreadableJsonException(UserInfo.class, e);
        }
    }

    /** Whom Pro Santé Identité enrolled without an RPPS number. Beside a {@code SubjectNameID} it names an account of the same person. */
    private Optional<String> psiId() {
        return text(root, Root.PSI_ID)
                .filter(name ->
                        id(name).filter(id -> id.kind() == NationalId.Kind.PSI).isPresent());
    }

    private static Optional<NationalId> id(String value) {
        try {
            return Optional.of(new NationalId(value));
        } catch (IllegalArgumentException e) {
            // Not echoed and not kept: it might be anybody's.
            return Optional.empty();
        }
    }

    private Professional professional(NationalId id) {
        var reference = root.<Reference>objects(Root.REFERENCE).stream().findFirst();
        var practices = reference
                .map(refPro -> refPro.<PracticeMember>objects(Reference.PRACTICES))
                .orElse(List.of());
        var room = new Room(length, entries(practices));
        return new Professional(
                id,
                text(root, Root.FAMILY_NAME).orElse(""),
                text(root, Root.GIVEN_NAME).map(List::of).orElse(List.of()),
                text(root, Root.CIVILITY)
                        .or(() -> reference.flatMap(refPro -> text(refPro, Reference.CIVILITY)))
                        .map(code -> new CodedValue(CodeSystems.CIVILITY, code)),
                otherIds(room),
                practices(practices, room));
    }

    private int entries(List<Read<PracticeMember>> practices) {
        var entries = root.objects(Root.OTHER_IDS).size()
                + root.objects(Root.OLDER_OTHER_IDS).size()
                + practices.size();
        for (var practice : practices) {
            entries += practice.objects(PracticeMember.ACTIVITIES).size();
        }
        return entries;
    }

    private List<OtherId> otherIds(Room room) {
        var ids = new LinkedHashSet<OtherId>();
        for (var member : List.of(Root.OTHER_IDS, Root.OLDER_OTHER_IDS)) {
            for (var entry : root.<OtherIdMember>objects(member)) {
                var value = entry.text(OtherIdMember.VALUE);
                // One that is cut would be another's.
                if (value == null || value.isBlank() || value.length() > MAX_TEXT) {
                    continue;
                }
                var other = new OtherId(value, text(entry, OtherIdMember.ORIGIN).orElse(""));
                if (ids.contains(other)) {
                    continue;
                }
                if (ids.size() == MAX_ENTRIES || !room.takes(other)) {
                    return List.copyOf(ids);
                }
                ids.add(other);
            }
        }
        return List.copyOf(ids);
    }

    private List<Practice> practices(List<Read<PracticeMember>> entries, Room room) {
        List<Practice> practices = new ArrayList<>();
        for (var entry : entries) {
            var profession = coded(entry, PracticeMember.PROFESSION);
            // A practice without its profession says nothing, and the contract's type has no place for it.
            if (profession.isEmpty()) {
                continue;
            }
            if (practices.size() == MAX_ENTRIES || !room.takesPractice(entry)) {
                break;
            }
            practices.add(practice(profession.get(), entry, workplaces(entry, room)));
        }
        return withKindOfOnlyWorkplace(practices);
    }

    private static Practice practice(CodedValue profession, Read<PracticeMember> read, List<Workplace> workplaces) {
        return new Practice(
                profession,
                coded(read, PracticeMember.CATEGORY),
                coded(read, PracticeMember.CIVILITY),
                text(read, PracticeMember.FAMILY_NAME),
                text(read, PracticeMember.GIVEN_NAME),
                coded(read, PracticeMember.EXPERTISE_KIND),
                coded(read, PracticeMember.EXPERTISE),
                workplaces);
    }

    private static List<Workplace> workplaces(Read<PracticeMember> practice, Room room) {
        List<Workplace> workplaces = new ArrayList<>();
        for (var entry : practice.<Activity>objects(PracticeMember.ACTIVITIES)) {
            if (workplaces.size() == MAX_ENTRIES || !room.takesWorkplace(entry)) {
                break;
            }
            workplaces.add(workplace(entry));
        }
        return List.copyOf(workplaces);
    }

    private static Workplace workplace(Read<Activity> read) {
        return new Workplace(
                coded(read, Activity.MODE),
                coded(read, Activity.SECTOR),
                coded(read, Activity.PHARMACIST_SECTION),
                coded(read, Activity.ROLE),
                coded(read, Activity.KIND),
                structure(read),
                address(read),
                new Contact(
                        text(read, Activity.TELEPHONE),
                        text(read, Activity.SECOND_TELEPHONE),
                        text(read, Activity.FAX),
                        text(read, Activity.EMAIL)),
                text(read, Activity.REGISTERED_BY));
    }

    private static Structure structure(Read<Activity> read) {
        return new Structure(
                text(read, Activity.SIRET),
                text(read, Activity.SIREN),
                text(read, Activity.FINESS),
                text(read, Activity.LEGAL_ENTITY_FINESS),
                text(read, Activity.TECHNICAL_ID),
                text(read, Activity.FORMER_ID),
                text(read, Activity.LEGAL_NAME),
                text(read, Activity.TRADE_NAME));
    }

    private static PostalAddress address(Read<Activity> read) {
        return new PostalAddress(
                text(read, Activity.RECIPIENT),
                text(read, Activity.BUILDING),
                text(read, Activity.NUMBER),
                text(read, Activity.REPETITION),
                text(read, Activity.STREET_TYPE),
                text(read, Activity.STREET),
                text(read, Activity.DISTRIBUTION),
                text(read, Activity.LOCALITY),
                text(read, Activity.POSTCODE),
                text(read, Activity.COMMUNE),
                text(read, Activity.DEPARTMENT),
                text(read, Activity.COUNTRY));
    }

    /**
     * Late-2023 documents write the kind of activity at top level. Which activity it belongs to is sure only where there
     * is one.
     */
    private List<Practice> withKindOfOnlyWorkplace(List<Practice> practices) {
        var kind = text(root, Root.ACTIVITY_KIND).map(code -> new CodedValue(CodeSystems.ACTIVITY_KIND, code));
        if (kind.isEmpty()) {
            return practices;
        }
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

    private static Workplace withKind(Workplace w, Optional<CodedValue> kind) {
        return new Workplace(
                w.mode(),
                w.sector(),
                w.pharmacistSection(),
                w.role(),
                kind,
                w.structure(),
                w.address(),
                w.contact(),
                w.registeredBy());
    }

    private static <M extends Enum<M> & Member> Optional<String> text(Read<M> read, M member) {
        return text(read.text(member));
    }

    private static <M extends Enum<M> & Coded> Optional<CodedValue> coded(Read<M> read, M member) {
        var code = read.text(member);
        return code == null || code.isBlank()
                ? Optional.empty()
                : Optional.of(new CodedValue(member.system(), cut(code)));
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

    /** What is left for entries; once there is one that does not fit, none does. Counts what an entry takes as JSON, without writing it. */
    static final class Room {
        // What is written of an entry in which all is absent.
        static final int OTHER_ID = "{\"value\":,\"origin\":}".length();
        static final int PRACTICE = Json.length(new Practice(
                        new CodedValue("x", "x"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                - "{\"system\":\"x\",\"code\":\"x\"}".length()
                + "null".length();
        static final int WORKPLACE = Json.length(workplace(new ObjectShape<>(Activity.class).none()));

        // No character takes more than three times the bytes that it came with, and no entry more than this beside its
        // texts.
        private static final int LONGER = 3;
        private static final int MAX_EMPTY = 2_048;

        private final boolean suffices;
        private int left = MAX_BYTES;

        /**
         * @param length of the document in which the entries came
         * @param entries how many there are
         */
        Room(int length, int entries) {
            // As for every document that PSC was seen to write: nothing has to be counted.
            suffices = entries <= MAX_ENTRIES && LONGER * length + entries * MAX_EMPTY <= MAX_BYTES;
        }

        boolean takes(OtherId id) {
            return suffices || takes(OTHER_ID + written(id.value()) + written(id.origin()));
        }

        boolean takesPractice(Read<PracticeMember> practice) {
            return suffices || takes(written(PRACTICE, practice, PracticeMember.ALL));
        }

        boolean takesWorkplace(Read<Activity> workplace) {
            return suffices || takes(written(WORKPLACE, workplace, Activity.ALL));
        }

        private boolean takes(int bytes) {
            left = left < 0 ? left : left - bytes;
            return left >= 0;
        }

        private static <M extends Enum<M> & Coded> int written(int empty, Read<M> read, M[] members) {
            var bytes = empty;
            for (var member : members) {
                var value = member.value() == PracticeMember.WORKPLACES ? null : read.text(member);
                if (value != null && !value.isBlank()) {
                    var system = member.system();
                    bytes += written(cut(value)) - "null".length();
                    bytes += system == null ? 0 : system.length() + "{\"system\":\"\",\"code\":}".length();
                }
            }
            return bytes;
        }

        /** How many bytes a text takes as JSON, its quotes included. */
        static int written(String text) {
            var bytes = 2;
            for (var i = 0; i < text.length(); i++) {
                bytes += written(text.charAt(i));
            }
            return bytes;
        }

        private static int written(char c) {
            if (c < 0x80) {
                return c >= ' ' && c != '"' && c != '\\' ? 1 : "\b\t\n\f\r\"\\".indexOf(c) >= 0 ? 2 : 6;
            }
            // A character of two units is written as two escapes.
            return Character.isSurrogate(c) ? 6 : c < 0x800 ? 2 : 3;
        }
    }

    /** Prints no value: all of it is personal data. */
    @Override
    public String toString() {
        return "UserInfoDocument[]";
    }
}
