package io.github.pscsdk.example.declaration.sample;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import java.util.List;

/** Fictitious professionals. */
public final class SampleCallers {
    /** The identifier in {@link SampleDeclaration}. */
    public static final String NATIONAL_ID = "899999100011";

    private SampleCallers() {}

    /** A self-employed pharmacist in a community pharmacy. */
    public static Caller pharmacist() {
        return practising("21", "C", "", "L", "SA33");
    }

    /** One practice at one workplace. */
    public static Caller practising(String profession, String category, String specialty, String mode, String sector) {
        var workplace = new Workplace(mode, sector);
        return of(new Practice(profession, category, specialty, List.of(workplace)));
    }

    /** Those practices. */
    public static Caller of(Practice... practices) {
        return new Caller(NATIONAL_ID, List.of(practices));
    }
}
