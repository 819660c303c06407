/** Whole logins over loopback beside the bare round trips that they need. */
package io.github.pscsdk.benchmark.login;
