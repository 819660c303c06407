/** What the host's listener is told. Nothing waits for it. */
package io.github.pscsdk.relyingparty.internal.event;
