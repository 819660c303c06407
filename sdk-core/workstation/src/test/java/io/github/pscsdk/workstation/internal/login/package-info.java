/** Tests of one login: who may log in, by which means and by which grant. */
package io.github.pscsdk.workstation.internal.login;
