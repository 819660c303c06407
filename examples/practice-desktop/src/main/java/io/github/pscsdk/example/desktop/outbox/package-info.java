/**
 * What was drafted and what is to be handed over, encrypted in a database of this workstation, and each hand-over exactly
 * once: its key is stored before it is first sent, the receipt afterwards.
 *
 * <p>Safe for any thread; calls wait for the disk, and a delivery for the network, so never on a thread that paints.
 */
package io.github.pscsdk.example.desktop.outbox;
