/**
 * A Pro Santé Connect that costs nothing: every answer is made beforehand, signatures included, so that what is left to
 * measure is the client.
 */
package io.github.pscsdk.benchmark.psc;
