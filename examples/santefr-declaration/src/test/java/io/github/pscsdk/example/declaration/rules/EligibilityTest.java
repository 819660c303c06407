package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.rules.Eligibility.Entitlement;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    @Test
    void the_table_has_a_date_and_the_professions_of_the_reference() {
        var eligibility = Eligibility.current();

        assertTrue(LocalDate.parse(eligibility.asOf()).isAfter(LocalDate.of(2023, 8, 10)));
        assertEquals(
                Set.of("10", "21", "40", "50", "60", "70"),
                eligibility.entitlements().stream().map(Entitlement::profession).collect(Collectors.toSet()));
    }
}
