/**
 * HTTP for the simulator: loopback origins, requests, replies, OAuth errors, clients, and the record of requests with
 * secrets masked. Handlers run on several threads at a time.
 */
package io.github.pscsdk.testkit.simulator.internal.http;
