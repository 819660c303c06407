/** The button as a browser and as a screen reader see it, and QR codes as a reader of other people reads them. */
package io.github.pscsdk.loginui;
