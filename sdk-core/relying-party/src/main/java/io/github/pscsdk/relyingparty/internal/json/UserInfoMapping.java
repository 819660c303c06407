package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.api.CodedValue;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Practice;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.api.Workplace;
import io.github.pscsdk.relyingparty.internal.json.UserInfoDocument.Identifier;
import io.github.pscsdk.relyingparty.internal.json.UserInfoDocument.PracticeEntry;
import io.github.pscsdk.relyingparty.internal.json.UserInfoDocument.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** From PSC's members to the types of the contract: empty strings become absent, codes keep their spelling. */
final class UserInfoMapping {
    private UserInfoMapping() {}

    static UserInfo map(UserInfoDocument document) {
        var professional = nationalId(document.nationalId()).map(id -> professional(id, document));
        return new UserInfo(text(document.subject()).orElse(""), text(document.authMode()), professional);
    }

    private static Optional<NationalId> nationalId(String value) {
        try {
            return text(value).map(NationalId::new);
        } catch (IllegalArgumentException e) {
            // Not echoed and not kept: it might be anybody's.
            return Optional.empty();
        }
    }

    private static Professional professional(NationalId id, UserInfoDocument document) {
        var reference = Optional.ofNullable(document.reference());
        var civility = text(document.civility())
                .or(() -> reference.map(Reference::civility).filter(c -> !c.isBlank()));
        return new Professional(
                id,
                text(document.familyName()).orElse(""),
                text(document.givenName()).map(List::of).orElse(List.of()),
                civility.map(code -> new CodedValue(CodeSystems.CIVILITY, code)),
                Stream.concat(each(document.otherIds()), each(document.olderOtherIds()))
                        .filter(other -> text(other.value()).isPresent())
                        .map(UserInfoMapping::otherId)
                        .distinct()
                        .toList(),
                practices(reference.map(Reference::practices).orElse(List.of()), document.activityKind()));
    }

    private static OtherId otherId(Identifier other) {
        return new OtherId(other.value(), text(other.origin()).orElse(""));
    }

    private static List<Practice> practices(List<PracticeEntry> entries, String kindOfOnlyActivity) {
        // A practice without its profession says nothing, and the contract's type has no place for it.
        var practices = each(entries)
                .filter(entry -> text(entry.profession()).isPresent())
                .map(UserInfoMapping::practice)
                .toList();
        var kind = coded(CodeSystems.ACTIVITY_KIND, kindOfOnlyActivity);
        return kind.isEmpty() ? practices : WorkplaceMapping.withKindOfOnlyWorkplace(practices, kind.get());
    }

    private static Practice practice(PracticeEntry entry) {
        return new Practice(
                new CodedValue(CodeSystems.PROFESSION, entry.profession()),
                coded(CodeSystems.CATEGORY, entry.category()),
                coded(CodeSystems.PROFESSIONAL_CIVILITY, entry.civility()),
                text(entry.familyName()),
                text(entry.givenName()),
                coded(CodeSystems.EXPERTISE_KIND, entry.expertiseKind()),
                coded(CodeSystems.EXPERTISE, entry.expertise()),
                workplaces(entry));
    }

    private static List<Workplace> workplaces(PracticeEntry entry) {
        return each(entry.activities()).map(WorkplaceMapping::workplace).toList();
    }

    static <T> Stream<T> each(List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }

    static Optional<String> text(String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    static Optional<CodedValue> coded(String system, String code) {
        return text(code).map(present -> new CodedValue(system, present));
    }
}
