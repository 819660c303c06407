package io.github.pscsdk.relyingparty.internal.json;

import static io.github.pscsdk.relyingparty.internal.json.UserInfoMapping.coded;
import static io.github.pscsdk.relyingparty.internal.json.UserInfoMapping.text;

import io.github.pscsdk.api.CodedValue;
import io.github.pscsdk.api.Contact;
import io.github.pscsdk.api.PostalAddress;
import io.github.pscsdk.api.Practice;
import io.github.pscsdk.api.Structure;
import io.github.pscsdk.api.Workplace;
import io.github.pscsdk.relyingparty.internal.json.UserInfoDocument.ActivityEntry;
import java.util.List;
import java.util.Optional;

/** One activity of UserInfo as a workplace. */
final class WorkplaceMapping {
    private WorkplaceMapping() {}

    static Workplace workplace(ActivityEntry entry) {
        return new Workplace(
                coded(CodeSystems.MODE, entry.mode()),
                coded(CodeSystems.SECTOR, entry.sector()),
                coded(CodeSystems.PHARMACIST_SECTION, entry.pharmacistSection()),
                coded(CodeSystems.ROLE, entry.role()),
                coded(CodeSystems.ACTIVITY_KIND, entry.activityKind()),
                structure(entry),
                address(entry),
                new Contact(
                        text(entry.telephone()), text(entry.secondTelephone()), text(entry.fax()), text(entry.email())),
                text(entry.registeredBy()));
    }

    private static Structure structure(ActivityEntry entry) {
        return new Structure(
                text(entry.siret()),
                text(entry.siren()),
                text(entry.finess()),
                text(entry.legalEntityFiness()),
                text(entry.technicalId()),
                text(entry.formerId()),
                text(entry.legalName()),
                text(entry.tradeName()));
    }

    private static PostalAddress address(ActivityEntry entry) {
        return new PostalAddress(
                text(entry.recipient()),
                text(entry.building()),
                text(entry.number()),
                text(entry.repetition()),
                text(entry.streetType()),
                text(entry.street()),
                text(entry.distribution()),
                text(entry.locality()),
                text(entry.postcode()),
                text(entry.commune()),
                text(entry.department()),
                text(entry.country()));
    }

    /**
     * Late-2023 documents write the kind of activity at top level. Which activity it belongs to is sure only where there
     * is one.
     */
    static List<Practice> withKindOfOnlyWorkplace(List<Practice> practices, CodedValue kind) {
        var all = practices.stream().flatMap(p -> p.workplaces().stream()).toList();
        if (all.size() != 1 || all.get(0).activityKind().isPresent()) {
            return practices;
        }
        var only = withKind(all.get(0), kind);
        return practices.stream()
                .map(p -> p.workplaces().isEmpty() ? p : with(p, only))
                .toList();
    }

    private static Practice with(Practice p, Workplace only) {
        return new Practice(
                p.profession(),
                p.category(),
                p.civility(),
                p.familyName(),
                p.givenName(),
                p.expertiseKind(),
                p.expertise(),
                List.of(only));
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
}
