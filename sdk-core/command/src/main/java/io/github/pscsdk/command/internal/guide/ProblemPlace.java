package io.github.pscsdk.command.internal.guide;

import io.github.pscsdk.diagnostic.LoginGuide;

/**
 * Where a problem goes on.
 *
 * @param title code and title of the problem, in the person's language
 * @param step the step of the guide
 */
record ProblemPlace(String title, LoginGuide.Step step) {}
