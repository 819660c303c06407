/** {@code psc plugin verify} and {@code psc plugins}: class files are read as bytes; the plug-in host runs code. */
package io.github.pscsdk.command.internal.plugin;
