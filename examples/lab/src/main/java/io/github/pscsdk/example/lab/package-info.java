/**
 * The {@code psc-lab} command of testers: simulator, proxy and form in one process, and a demonstration of the whole
 * way. For one thread, the one that runs the command; Ctrl-C interrupts it and everything is tidied up.
 */
package io.github.pscsdk.example.lab;
