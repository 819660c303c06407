package io.github.pscsdk.example.declaration.caller;

/**
 * One place or way of practising (<i>activité</i>). Codes as received, an empty text where there is none.
 *
 * @param mode {@code codeModeExercice}: {@code L} self-employed, {@code S} salaried, {@code B} volunteer
 * @param sector {@code codeSecteurDactivite}, such as {@code SA07}
 */
public record CallerWorkplace(String mode, String sector) {}
