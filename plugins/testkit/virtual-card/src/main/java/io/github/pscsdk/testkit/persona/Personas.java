package io.github.pscsdk.testkit.persona;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.internal.json.PersonaEntry;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.util.List;
import java.util.Optional;

/** Every professional that the simulator knows. All are invented; their RPPS numbers begin with 999991. */
public final class Personas {
    /** The pharmacist who approves everything: the default of the login page and of the stub plug-in. */
    public static final NationalId PHARMACIST = new NationalId("899999100011");

    private Personas() {}

    /** All professionals, in the order of the documentation. */
    public static List<Persona> all() {
        return PersonaFile.entries().stream().map(PersonaEntry::persona).toList();
    }

    /** The professional with that identifier, compared exactly, as Pro Santé Connect does. */
    public static Optional<Persona> of(NationalId id) {
        return PersonaFile.find(id.value()).map(PersonaEntry::persona);
    }
}
