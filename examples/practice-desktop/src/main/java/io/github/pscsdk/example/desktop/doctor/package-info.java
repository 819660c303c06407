/** The health check of the SDK, as a window shows it, without the window. Belongs to the window's thread. */
package io.github.pscsdk.example.desktop.doctor;
