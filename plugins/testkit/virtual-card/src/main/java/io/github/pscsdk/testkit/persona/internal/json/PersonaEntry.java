package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.persona.UserInfoVariant;
import java.util.List;
import java.util.Optional;

/** A fictitious professional, with the data for tokens and UserInfo. */
public final class PersonaEntry {
    private final PersonaRow row;
    private final List<ObjectNode> practices;
    private final Persona persona;

    PersonaEntry(PersonaRow row, List<ObjectNode> practices) {
        this.row = row;
        this.practices = List.copyOf(practices);
        this.persona = new Persona(
                new NationalId(row.nationalId()),
                row.familyName(),
                row.givenNames(),
                row.behaviour(),
                row.summary(),
                row.summaryInFrench());
    }

    /** The public description. */
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
     * @param variant the shape of the document, instead of the persona's own
     */
    public JsonObject userInfo(String sub, String authMode, Optional<UserInfoVariant> variant) {
        return variant.map(wanted -> VariantShape.of(wanted).document(row, practices))
                .orElseGet(() -> new UserInfoDocument(row, practices))
                .compose(sub, authMode);
    }

    /** The {@code otherIds} of tokens and UserInfo; none for a persona without. */
    public List<JsonObject> otherIds() {
        return row.origin().isEmpty()
                ? List.of()
                : List.of(new JsonObject()
                        .with("identifiant", row.nationalId())
                        .with("origine", row.origin())
                        .with("qualite", 1));
    }

    List<ObjectNode> practices() {
        return practices;
    }

    @Override
    public String toString() {
        return persona.toString();
    }
}
