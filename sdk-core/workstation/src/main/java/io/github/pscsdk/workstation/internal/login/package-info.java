/** Runs logins: from the authenticator's id to a session whose holder is the person that the device named. */
package io.github.pscsdk.workstation.internal.login;
