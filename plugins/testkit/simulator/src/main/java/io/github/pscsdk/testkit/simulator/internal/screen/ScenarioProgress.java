package io.github.pscsdk.testkit.simulator.internal.screen;

/**
 * How far a scenario is.
 *
 * @param title of the scenario
 * @param done how many of its steps were done
 * @param steps how many it has
 */
public record ScenarioProgress(String title, int done, int steps) {}
