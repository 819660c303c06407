package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Appointment;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rules on offers: V-OFFRE and V-RDV, and those on their values, hours, contacts and texts. */
final class OfferRules {
    private static final FieldRule TEST =
            FieldRule.listed(KnownValues.TESTS::canonical, Remark.OFFRE_TEST_STORED, Remark.OFFRE_UNKNOWN_TEST);

    private final Eligibility eligibility;

    OfferRules(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    /**
     * V-OFFRE: something is offered, by somebody entitled to. An offer of vaccination needs no product: no published
     * file names any. An offer of testing needs at least one kind of test.
     */
    void checkRight(Declaration raw, Caller caller, Findings findings) {
        if (raw.offers().isEmpty()) {
            findings.add(Remark.OFFRE_NONE, "offers");
        }
        var refusal = eligibility.refusal(caller);
        refusal.ifPresent(remark -> findings.add(remark, "professional"));
        for (var i = 0; i < raw.offers().size(); i++) {
            var field = "offers[" + i + "]";
            var kind = raw.offers().get(i).kind().flatMap(OfferKind::of);
            if (kind.isEmpty()) {
                findings.add(Remark.OFFRE_KIND, field + ".kind");
            } else if (refusal.isEmpty() && !eligibility.permits(caller, kind.get())) {
                var isTesting = raw.offers().get(i).isTesting();
                findings.add(isTesting ? Remark.OFFRE_NO_TESTING : Remark.OFFRE_NO_VACCINATION, field + ".kind");
            }
        }
    }

    /** The offer in canonical spelling. */
    Offer check(Offer raw, String field, Findings findings) {
        var disease = KnownValues.DISEASES.checkOne(raw.disease(), field + ".disease", findings);
        var products = KnownValues.VACCINES.check(raw.products(), field + ".products", findings);
        var tests = tests(raw, field + ".tests", findings);
        var setting = setting(raw.setting(), field, findings);
        var audience = audience(raw.openTo(), field, findings);
        var access = access(raw.access(), field, findings);
        var hours = HoursRule.check(raw.hours(), raw.hoursText(), field, findings);
        return new Offer(
                Blanks.given(raw.kind()),
                disease,
                products,
                tests,
                setting,
                audience,
                access,
                hours.days(),
                hours.text());
    }

    private Setting setting(Setting raw, String field, Findings findings) {
        return new Setting(
                KnownValues.MODES.check(raw.modes(), field + ".modes", findings),
                KnownValues.FLAG.check(raw.supervisedSelfTest(), field + ".supervisedSelfTest", findings),
                KnownValues.FLAG.check(raw.consultation(), field + ".consultation", findings));
    }

    private Audience audience(Audience raw, String field, Findings findings) {
        return new Audience(
                KnownValues.AUDIENCE.check(raw.audience(), field + ".audience", findings),
                KnownValues.FLAG.check(raw.professionalsOnly(), field + ".professionalsOnly", findings),
                HoursRule.checkText(raw.priorityHours(), field + ".priorityHours", findings));
    }

    private Access access(Access raw, String field, Findings findings) {
        return new Access(
                appointment(raw, field + ".appointment", findings),
                ContactRules.PHONE.check(raw.phone(), field + ".phone", findings),
                ContactRules.PHONE.check(raw.secondPhone(), field + ".secondPhone", findings),
                ContactRules.WEBSITE.check(raw.website(), field + ".website", findings),
                KnownValues.FLAG.check(raw.voiceServer(), field + ".voiceServer", findings),
                TextRule.check(raw.details(), field + ".details", findings));
    }

    /** The kinds of test, in canonical spelling. */
    static List<String> tests(Offer raw, String field, Findings findings) {
        var given = raw.tests().stream()
                .flatMap(text -> Blanks.given(Optional.of(text)).stream())
                .toList();
        if (given.isEmpty() && raw.isTesting()) {
            findings.add(Remark.OFFRE_NO_TEST, field);
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> TEST.check(Optional.of(given.get(i)), field + "[" + i + "]", findings))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * V-RDV: who must book is told how. A mode outside the list is kept: the published files hold hundreds of phrases.
     */
    Optional<String> appointment(Access raw, String field, Findings findings) {
        var modes = KnownValues.APPOINTMENTS;
        var mode = FieldRule.listed(modes::canonical, Remark.RDV_STORED, Remark.RDV_UNKNOWN)
                .check(raw.appointment(), field, findings);
        var contact = Blanks.given(raw.phone())
                .or(() -> Blanks.given(raw.secondPhone()))
                .or(() -> Blanks.given(raw.website()));
        var required = mode.flatMap(modes::canonical).flatMap(Appointment::of).filter(Appointment.REQUIRED::equals);
        if (required.isPresent() && contact.isEmpty()) {
            findings.add(Remark.RDV_NO_CONTACT, field);
        }
        return mode;
    }
}
