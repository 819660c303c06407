/**
 * {@code psc demo}: the main job of the SDK on one machine, from the login to the signed-out session.
 *
 * <p>Whatever is started here listens on loopback only and is stopped here. For one thread, the one that runs the command;
 * Ctrl-C interrupts it.
 */
package io.github.pscsdk.example.console.demo;
