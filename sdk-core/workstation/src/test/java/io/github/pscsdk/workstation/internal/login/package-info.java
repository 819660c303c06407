/** Tests of what logins share. */
package io.github.pscsdk.workstation.internal.login;
