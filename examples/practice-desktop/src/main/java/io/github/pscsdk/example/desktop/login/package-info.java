/**
 * A login as a window shows it, without the window: what there is to choose, how far it is, what it asks. Belongs to the
 * window's thread; the SDK works on its own.
 */
package io.github.pscsdk.example.desktop.login;
