/** What a professional works on, without the window: the form, the drafts, what waits. Belongs to the window's thread. */
package io.github.pscsdk.example.desktop.work;
