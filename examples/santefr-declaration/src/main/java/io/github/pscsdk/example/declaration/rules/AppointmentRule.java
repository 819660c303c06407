package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Appointment;
import io.github.pscsdk.example.declaration.rules.ValueLists.ValueList;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;

/** V-RDV: who must book is told how. A mode outside the list is kept: the published files hold hundreds of phrases. */
final class AppointmentRule {
    private AppointmentRule() {}

    static Optional<String> check(Access raw, ValueList modes, String field, Findings findings) {
        var mode = ShapeTable.listed(modes::canonical, Remark.RDV_STORED, Remark.RDV_UNKNOWN)
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
