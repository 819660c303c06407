/**
 * Parts of the page or window where a login begins: the button of Pro Santé Connect, the QR code of an address that no
 * browser could be opened at, and for Swing the whole login. For practice software, web or desktop; it knows neither
 * half of the SDK.
 *
 * <p>No picture of ANS is shipped. Everything that makes markup, a QR code or text is immutable and safe for any
 * thread, and needs no display; Swing components belong to the event dispatch thread.
 */
@NullMarked
package io.github.pscsdk.loginui;

import org.jspecify.annotations.NullMarked;
