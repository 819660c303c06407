/**
 * Reads the configuration file of the stand-alone service, with what it names in other files and in the environment.
 */
package io.github.pscsdk.proxy.internal.configuration;
