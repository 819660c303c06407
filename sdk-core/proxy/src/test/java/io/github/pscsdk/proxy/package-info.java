/** The running proxy between the simulator and a small backend: every case of the contract, and our additions. */
package io.github.pscsdk.proxy;
