/**
 * Logins, sessions, the form, the outbox, the health check and the login guide as windows show them, without the
 * windows. Models belong to the thread of the windows; the SDK works on its own threads, disk and network on one of the
 * background.
 */
package io.github.pscsdk.example.desktop.model;
