/** The form as a whole: starting, stopping, configuration. */
package io.github.pscsdk.example.santefr;
