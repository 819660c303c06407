/**
 * {@code psc-lab demo}: the main job of the SDK on one machine, from the login to the signed-out session. {@code
 * psc-lab simulate}: the servers of the demonstration alone, for as long as one likes.
 *
 * <p>Whatever is started here listens on loopback only and is stopped here. For one thread, the one that runs the
 * command; Ctrl-C interrupts it.
 */
package io.github.pscsdk.example.lab.demo;
