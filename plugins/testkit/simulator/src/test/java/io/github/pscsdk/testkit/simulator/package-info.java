/** The simulator as its clients meet it: over HTTP, with the JDK's client, on loopback. */
package io.github.pscsdk.testkit.simulator;
