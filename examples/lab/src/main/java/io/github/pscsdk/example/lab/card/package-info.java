/**
 * The virtual card that a person plays with on the real PC/SC stack: chosen on the command line, at hand while the
 * servers run.
 */
package io.github.pscsdk.example.lab.card;
