package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fictitious professional, with the data for tokens and UserInfo. */
public final class PersonaEntry {
    private final Row row;
    private final List<ObjectNode> practices;
    private final Persona persona;

    /**
     * One professional as {@code personas.json} writes it, without {@code otherIds} where there is no origin.
     *
     * @param practices names of practices of the same file
     */
    record Row(
            String nationalId,
            String origin,
            String familyName,
            List<String> givenNames,
            String civility,
            Behaviour behaviour,
            String summary,
            String summaryInFrench,
            Set<UserInfoVariant> variants,
            List<String> practices) {}

    PersonaEntry(Row row, List<ObjectNode> practices) {
        this.row = row;
        this.practices = List.copyOf(practices);
        this.persona = new Persona(
                new NationalId(row.nationalId()),
                row.familyName(),
                row.givenNames(),
                row.behaviour().name(),
                row.summary(),
                row.summaryInFrench());
    }

    public Persona persona() {
        return persona;
    }

    public Behaviour behaviour() {
        return row.behaviour();
    }

    public String givenName() {
        return String.join(" ", row.givenNames());
    }

    /**
     * A fresh UserInfo document (pro-sante-connect, section 5).
     *
     * @param variant instead of the persona's own; a persona without practices then gets those of the first one
     */
    public JsonObjectBuilder userInfo(String sub, String authMode, Optional<UserInfoVariant> variant) {
        return variant.map(wanted -> new UserInfoDocument(row, somePractices(), Set.of(wanted)))
                .orElseGet(() -> new UserInfoDocument(row, practices, row.variants()))
                .compose(sub, authMode);
    }

    /** The {@code otherIds} of tokens and UserInfo; none for a persona without. */
    public List<JsonObjectBuilder> otherIds() {
        return row.origin().isEmpty()
                ? List.of()
                : List.of(new JsonObjectBuilder()
                        .with("identifiant", row.nationalId())
                        .with("origine", row.origin())
                        .with("qualite", 1));
    }

    private List<ObjectNode> somePractices() {
        return practices.isEmpty() ? PersonaFile.entries().get(0).practices : practices;
    }

    @Override
    public String toString() {
        return persona.toString();
    }
}
