/**
 * How much of the log a person sees. The only user of Logback.
 *
 * <p>Our own loggers are written so that they may run at any level; libraries are not, hence the cap.
 */
package io.github.pscsdk.command.logging;
