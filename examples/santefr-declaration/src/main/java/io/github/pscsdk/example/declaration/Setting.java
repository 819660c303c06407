package io.github.pscsdk.example.declaration;

import java.util.List;
import java.util.Optional;

/**
 * Where and how an offer is carried out. Members of the offer in JSON.
 *
 * @param modes such as {@code Sur place}, {@code Drive}, {@code A domicile} or {@code Equipe mobile}
 * @param supervisedSelfTest {@code t} where people test themselves before a professional; no published file has it
 * @param consultation {@code t} where one can be seen before a vaccination
 */
public record Setting(List<String> modes, Optional<String> supervisedSelfTest, Optional<String> consultation) {
    /** Nothing said. */
    public static final Setting NONE = new Setting(List.of(), Optional.empty(), Optional.empty());

    /** Copies. */
    public Setting {
        modes = List.copyOf(modes);
    }
}
