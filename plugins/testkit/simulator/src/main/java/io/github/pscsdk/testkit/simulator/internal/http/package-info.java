/** HTTP for the simulator, and the record of requests with secrets masked. Several threads run handlers. */
package io.github.pscsdk.testkit.simulator.internal.http;
