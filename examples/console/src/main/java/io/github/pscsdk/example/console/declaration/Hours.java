package io.github.pscsdk.example.console.declaration;

/**
 * Opening hours, day by day, as free text. An empty text is a day of which nothing is known.
 *
 * @param monday lundi
 * @param tuesday mardi
 * @param wednesday mercredi
 * @param thursday jeudi
 * @param friday vendredi
 * @param saturday samedi
 * @param sunday dimanche
 */
public record Hours(
        String monday,
        String tuesday,
        String wednesday,
        String thursday,
        String friday,
        String saturday,
        String sunday) {}
