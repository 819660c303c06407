package io.github.pscsdk.example.declaration.json;

import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Entitlement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the table of who may declare what. */
public final class EligibilityReader {
    private static final String RESOURCE = "/io/github/pscsdk/example/declaration/rules/eligibility.json";
    private static final Set<String> DOCUMENT = Set.of("asOf", "sources", "modes", "refusedCategories", "entitlements");
    private static final Set<String> ENTITLEMENT = Set.of("profession", "label", "specialties", "sectors", "kinds");

    private EligibilityReader() {}

    /** The table that the form ships with. */
    public static Eligibility current() {
        try (var in = EligibilityReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    static Eligibility read(byte[] table) throws MalformedJsonException {
        var document = Members.of(Json.read(table), "", DOCUMENT);
        return new Eligibility(
                LocalDate.parse(document.needed("asOf")),
                Set.copyOf(document.texts("modes")),
                Set.copyOf(document.texts("refusedCategories")),
                entitlements(document.objects("entitlements", ENTITLEMENT)));
    }

    private static List<Entitlement> entitlements(List<Members> rows) throws MalformedJsonException {
        var entitlements = new ArrayList<Entitlement>();
        for (var row : rows) {
            entitlements.add(new Entitlement(
                    row.needed("profession"),
                    Set.copyOf(row.texts("specialties")),
                    Set.copyOf(row.texts("sectors")),
                    row.texts("kinds").stream()
                            .map(text -> OfferKind.of(text).orElseThrow())
                            .collect(Collectors.toSet())));
        }
        return entitlements;
    }
}
