/**
 * Practice software for a desktop: a professional logs in, declares the offers of a practice, and hands them over, now
 * or when there is a network again. {@link io.github.pscsdk.example.desktop.PracticeDesktop} starts it.
 */
package io.github.pscsdk.example.desktop;
