/**
 * The session of whoever is logged in: its screen, its end, and the models that begin and end with it. Without the windows; belongs to the
 * window's thread.
 */
package io.github.pscsdk.example.desktop.session;
