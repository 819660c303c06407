package io.github.pscsdk.testkit.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.testkit.Persona;
import java.util.List;

/** A fictitious professional with what the simulator says of one. */
public final class PersonaEntry {
    private final PersonaRow row;
    private final List<ObjectNode> practices;
    private final Persona persona;

    PersonaEntry(PersonaRow row, List<ObjectNode> practices) {
        this.row = row;
        this.practices = List.copyOf(practices);
        this.persona = new Persona(
                new NationalId(row.nationalId()), row.familyName(), row.givenNames(), row.behaviour(), row.summary());
    }

    /** What the outside may know. */
    public Persona persona() {
        return persona;
    }

    /** The {@code given_name} of tokens and UserInfo. */
    public String givenName() {
        return String.join(" ", row.givenNames());
    }

    /**
     * A fresh UserInfo document (pro-sante-connect, section 5).
     *
     * @param sub the subject
     * @param authMode {@code CARD} or {@code MOBILE}
     */
    public JsonObject userInfo(String sub, String authMode) {
        return new UserInfoDocument(row, practices).compose(sub, authMode);
    }

    @Override
    public String toString() {
        return persona.toString();
    }
}
