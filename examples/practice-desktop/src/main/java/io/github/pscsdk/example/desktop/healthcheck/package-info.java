/**
 * The health check of the SDK, as a window shows it, what has changed since the one before, and the archive for a support desk; without
 * the window. Belongs to the window's thread.
 */
package io.github.pscsdk.example.desktop.healthcheck;
