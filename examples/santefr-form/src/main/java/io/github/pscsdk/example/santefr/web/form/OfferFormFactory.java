package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.TestKind;
import io.github.pscsdk.example.declaration.hours.EditedWeek;
import io.github.pscsdk.example.declaration.rules.ValueLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays an offer out as fields. */
final class OfferFormFactory {
    private static final ValueLists LISTS = ValueLists.current();

    private final Notes notes;
    private final ControlFactory controls;

    OfferFormFactory(Notes notes) {
        this.notes = notes;
        this.controls = new ControlFactory(notes);
    }

    OfferForm of(int index, Offer offer) {
        var name = "offers[" + index + "]";
        return new OfferForm(
                index,
                "offer." + (isTesting(offer) ? "testing" : "vaccination"),
                what(name, offer),
                access(name, offer),
                WeekEditor.of(name, EditedWeek.of(offer.hours()), notes),
                List.of(
                        controls.area(name + ".hoursText", offer.hoursText()),
                        controls.line(name + ".priorityHours", offer.audience().priorityHours())),
                notes.at(name + ".kind"));
    }

    static boolean isTesting(Offer offer) {
        return offer.kind().filter(OfferKind.TESTING.text()::equals).isPresent();
    }

    private List<Control> what(String name, Offer offer) {
        var what = new ArrayList<Control>();
        if (isTesting(offer)) {
            var tests = Arrays.stream(TestKind.values()).map(TestKind::text).toList();
            what.add(controls.several(name + ".tests", offer.tests(), tests));
            what.add(controls.yes(name + ".supervisedSelfTest", offer.setting().supervisedSelfTest()));
        } else {
            what.add(controls.one(name + ".disease", offer.disease(), LISTS.diseases()));
            what.add(controls.several(name + ".products", offer.products(), LISTS.vaccines()));
            what.add(controls.yes(name + ".consultation", offer.setting().consultation()));
        }
        what.add(controls.several(name + ".modes", offer.setting().modes(), LISTS.modes()));
        what.add(controls.several(name + ".audience", offer.audience().accepted(), LISTS.audience()));
        what.add(controls.yes(name + ".professionalsOnly", offer.audience().professionalsOnly()));
        return what;
    }

    private List<Control> access(String name, Offer offer) {
        var access = offer.access();
        return List.of(
                controls.one(name + ".appointment", access.appointment(), LISTS.appointments()),
                controls.line(name + ".phone", access.phone()),
                controls.line(name + ".secondPhone", access.secondPhone()),
                controls.yes(name + ".voiceServer", access.voiceServer()),
                controls.line(name + ".website", access.website()),
                controls.area(name + ".details", access.details()));
    }
}
