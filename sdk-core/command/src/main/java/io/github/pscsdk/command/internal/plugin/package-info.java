/**
 * {@code psc plugin verify} and {@code psc plugins}: whether a plug-in archive is fit for hosts, and what is in a folder of them. Class
 * files are read as bytes; code of a plug-in runs in the plug-in host alone. For one thread.
 */
package io.github.pscsdk.command.internal.plugin;
