/** A display for the tests that open windows: an X server of their own. */
package io.github.pscsdk.example.desktop.display;
