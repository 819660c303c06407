/** What all of a process share, for those who judge plug-ins: the command that verifies archives, and the contract of the test kit. No host needs it. */
package io.github.pscsdk.pluginhost.process;
