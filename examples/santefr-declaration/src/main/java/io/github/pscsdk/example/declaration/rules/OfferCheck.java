package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.text.Blanks;

/** Applies the rules on one offer. */
final class OfferCheck {
    private final ValueLists lists;
    private final ShapeTable flag;

    OfferCheck(ValueLists lists) {
        this.lists = lists;
        this.flag = ListRule.flag(lists.flags());
    }

    Offer check(Offer raw, String field, Findings findings) {
        var disease = ListRule.checkOne(raw.disease(), lists.diseases(), field + ".disease", findings);
        var products = ListRule.check(raw.products(), lists.vaccines(), field + ".products", findings);
        var tests = OfferRule.checkTests(raw, field + ".tests", findings);
        var setting = setting(raw.setting(), field, findings);
        var audience = audience(raw.audience(), field, findings);
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
                ListRule.check(raw.modes(), lists.modes(), field + ".modes", findings),
                flag.check(raw.supervisedSelfTest(), field + ".supervisedSelfTest", findings),
                flag.check(raw.consultation(), field + ".consultation", findings));
    }

    private Audience audience(Audience raw, String field, Findings findings) {
        return new Audience(
                ListRule.check(raw.accepted(), lists.audience(), field + ".audience", findings),
                flag.check(raw.professionalsOnly(), field + ".professionalsOnly", findings),
                HoursRule.checkText(raw.priorityHours(), field + ".priorityHours", findings));
    }

    private Access access(Access raw, String field, Findings findings) {
        return new Access(
                AppointmentRule.check(raw, lists.appointments(), field + ".appointment", findings),
                Shapes.PHONE.check(raw.phone(), field + ".phone", findings),
                Shapes.PHONE.check(raw.secondPhone(), field + ".secondPhone", findings),
                Shapes.WEBSITE.check(raw.website(), field + ".website", findings),
                flag.check(raw.voiceServer(), field + ".voiceServer", findings),
                TextRule.check(raw.details(), field + ".details", findings));
    }
}
