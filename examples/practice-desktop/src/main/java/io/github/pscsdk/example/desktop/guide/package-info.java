/**
 * The login guide of the SDK, as a window leads through it, without the window. Knows the guide by its types alone. Belongs to the window's
 * thread.
 */
package io.github.pscsdk.example.desktop.guide;
