package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.proxytools.internal.conformity.Obligation.SourceStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ObligationsTest {
    @Test
    void the_built_in_list_has_every_reference_and_marks_the_drafts() {
        var list = Obligations.builtIn();

        var byStanding = list.all().stream().collect(Collectors.groupingBy(Obligation::standing));
        assertFalse(list.loaded());
        assertEquals(
                List.of("RIE-PS 02", "RIE-PS 03", "RIE-PS 09", "RIE-PS 10", "RIE-PS 13", "RIE-PS 16", "RIE-PS 17-19"),
                byStanding.get(SourceStatus.DRAFT_2026).stream()
                        .map(Obligation::reference)
                        .toList());
        assertEquals(
                List.of(
                        "PSC 1 (DMN)",
                        "PSC 2 (DMN)",
                        "PSC 3 (DMN)",
                        "PSC 4 (DMN)",
                        "PSC 5 (DMN)",
                        "PSC 6 (DMN)",
                        "EXI PSC 24"),
                list.all().stream()
                        .map(Obligation::reference)
                        .filter(reference -> reference.contains("PSC"))
                        .toList());
    }
}
