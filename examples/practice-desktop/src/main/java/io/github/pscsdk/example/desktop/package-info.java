/**
 * Practice software for a desktop: a professional logs in, declares what is offered at a practice, and hands it over, now or
 * when there is a network again. {@link io.github.pscsdk.example.desktop.PracticeDesktop} starts it.
 */
package io.github.pscsdk.example.desktop;
