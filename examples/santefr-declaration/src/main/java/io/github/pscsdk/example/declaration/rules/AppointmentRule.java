package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Access;
import io.github.pscsdk.example.declaration.Appointment;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;

/** V-RDV: who must book is told how. A mode outside the list is kept: the published files hold hundreds of phrases. */
final class AppointmentRule {
    private AppointmentRule() {}

    static Optional<String> check(Access raw, ValueList modes, String field, Findings findings) {
        var given = Blanks.given(raw.appointment());
        var mode = given.flatMap(modes::canonical);
        if (given.isPresent() && mode.isEmpty()) {
            findings.add(Remark.RDV_UNKNOWN, field);
        }
        mode.filter(text -> !text.equals(given.get())).ifPresent(text -> findings.add(Remark.RDV_STORED, field, text));
        var contact = Blanks.given(raw.phone())
                .or(() -> Blanks.given(raw.secondPhone()))
                .or(() -> Blanks.given(raw.website()));
        if (mode.flatMap(Appointment::of).filter(Appointment.REQUIRED::equals).isPresent() && contact.isEmpty()) {
            findings.add(Remark.RDV_NO_CONTACT, field);
        }
        return mode.or(() -> given);
    }
}
