/** Computes QR codes. The only user of ZXing; immutable values, safe for any thread. */
package io.github.pscsdk.loginui.internal.qr;
