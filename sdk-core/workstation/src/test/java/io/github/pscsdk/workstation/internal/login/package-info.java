/** Tests of the login attempts. */
package io.github.pscsdk.workstation.internal.login;
